using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Tests.Domain;

public sealed class RegisterBookTests
{
    [Theory]
    [InlineData(201, true)]
    [InlineData(400, true)]
    [InlineData(401, false)]
    public void HasRoomFor_CountsFromItsFirstNumber(int number, bool expected)
    {
        var book = new RegisterBook { Kind = RegisterKind.Birth, UnitCode = "00082", Year = 2026, Volume = 2, FirstNumber = 201, OpenedOn = new DateOnly(2026, 5, 4) };

        Assert.Equal(expected, book.HasRoomFor(number, 200));
    }

    [Fact]
    public void Close_KeepsTheFirstDayAndItsTotals()
    {
        var book = new RegisterBook { Kind = RegisterKind.Birth, UnitCode = "00082", Year = 2026, Volume = 2, FirstNumber = 201, OpenedOn = new DateOnly(2026, 5, 4) };

        book.Close(new DateOnly(2026, 9, 1), 200);
        book.Close(new DateOnly(2026, 12, 31), 300);

        Assert.Equal((new DateOnly(2026, 9, 1), 200, 200), (book.ClosedOn, book.ClosingEvents, book.ClosingPages));
        Assert.False(book.HasRoomFor(201, 200));
    }
}
