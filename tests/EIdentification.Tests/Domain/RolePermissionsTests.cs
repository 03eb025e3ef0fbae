using System.Reflection;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Domain;
using Project06.PublicServices.Contracts;

namespace Project06.EIdentification.Tests.Domain;

public class RolePermissionsTests
{
    [Fact]
    public void AllRoles_AreTheContractsRoles()
    {
        var named = typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);

        Assert.Equal(named.Order(), RolePermissions.AllRoles.Order());
    }

    [Fact]
    public void Of_NoRole_IsACitizen()
    {
        var permissions = RolePermissions.Of([]).ToList();

        Assert.Contains(PublicServicesPermissions.File, permissions);
        Assert.DoesNotContain(PublicServicesPermissions.Desk, permissions);
        Assert.DoesNotContain(EIdentificationPermissions.Operate, permissions);
    }

    [Fact]
    public void Of_Administrator_SeesNoDossier() =>
        Assert.DoesNotContain(PublicServicesPermissions.Desk, RolePermissions.Of([Roles.Administrator]));

    [Fact]
    public void Of_ReceivingClerk_KeepsNoRegister() =>
        Assert.DoesNotContain(CivilStatusPermissions.KeepRegister, RolePermissions.Of([Roles.ReceivingClerk]));
}
