namespace Project06.Journey.Tests.Outbox;

public sealed class OutboxTests
{
    [Fact]
    public async Task Events_OfASubject_StayInOrder_UnderThreeHostsThatFail()
    {
        const int subjects = 20, each = 15;
        await using var ground = await ProbeGround.CreateAsync(hosts: 3, new Trouble { Most = 3 });
        for (var number = 0; number < each; number++)
            await ground.RaiseAsync(Enumerable.Range(0, subjects).Select(s => new Counted($"subject:{s}", number)));

        await Task.WhenAll(ground.Hosts.SelectMany(h => new[] { ground.WorkAsync(h), ground.WorkAsync(h) })).WaitAsync(TimeSpan.FromMinutes(1));

        for (var s = 0; s < subjects; s++)
            Assert.Equal(Enumerable.Range(0, each), await ground.EffectsOfAsync($"subject:{s}"));
        Assert.Equal(subjects * each, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM probe.inbox"));
        Assert.True(await ground.Database.ScalarAsync<long>("SELECT sum(attempts)::bigint FROM probe.deliveries") > subjects * each, "Nothing failed.");
    }

    [Fact]
    public async Task Poison_ParksItsOwnSubjectOnly_AndIsReplayed()
    {
        var poison = new Counted("subject:bad", 1);
        await using var ground = await ProbeGround.CreateAsync(hosts: 1, new Trouble { Poison = poison });
        await ground.RaiseAsync(new Counted("subject:bad", 0), poison, new Counted("subject:bad", 2), new Counted("subject:good", 0), new Counted("subject:good", 1));

        await ground.WorkAsync(ground.Hosts[0]).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([0], await ground.EffectsOfAsync("subject:bad"));
        Assert.Equal([0, 1], await ground.EffectsOfAsync("subject:good"));
        Assert.Equal(BuildingBlocks.Events.SubjectDispatcher.AttemptsBeforeParking, ground.Trouble.AttemptsAt(poison));
        Assert.Equal(["subject:bad"], await ground.Database.QueryAsync<string>("SELECT subject FROM probe.deliveries WHERE parked_at IS NOT NULL"));
        Assert.Contains("InvalidOperationException", await ground.Database.ScalarAsync<string>("SELECT last_error FROM probe.deliveries WHERE parked_at IS NOT NULL"));

        ground.Trouble.Poison = null;
        await ground.Database.ExecuteAsync("UPDATE probe.deliveries SET parked_at = NULL, attempts = 0, next_try_at = now() WHERE parked_at IS NOT NULL");
        await ground.WorkAsync(ground.Hosts[0]).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([0, 1, 2], await ground.EffectsOfAsync("subject:bad"));
    }

    [Fact]
    public async Task Delivery_MadeTwice_TakesEffectOnce()
    {
        await using var ground = await ProbeGround.CreateAsync(hosts: 1, new Trouble());
        await ground.RaiseAsync(new Counted("subject:one", 0));
        await ground.WorkAsync(ground.Hosts[0]);

        // As if the host had died between the effect and its mark.
        await ground.Database.ExecuteAsync("UPDATE probe.deliveries SET done_at = NULL");
        await ground.WorkAsync(ground.Hosts[0]);

        Assert.Equal([0], await ground.EffectsOfAsync("subject:one"));
        Assert.Equal(1, ground.Trouble.AttemptsAt(new Counted("subject:one", 0)));
    }
}
