using Talon.Storage.Azure;

namespace Talon.Storage.Tests;

public sealed class ShardMapTests
{
    [Theory]
    [InlineData("s.1.abc", 808)]
    [InlineData("p.xyz", 544)]
    [InlineData("", 66)]
    public void A_partition_stays_in_its_shard_for_ever(string partition, int shard) => Assert.Equal(shard, ShardMap.ShardOf(partition));

    [Fact]
    public void Partitions_spread_evenly()
    {
        var counts = Enumerable.Range(0, 100 * ShardMap.Shards).GroupBy(i => ShardMap.ShardOf($"s.{i}")).Select(shard => shard.Count()).ToList();

        Assert.Equal(ShardMap.Shards, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 50, 160));
    }

    [Fact]
    public void A_map_leads_every_shard_to_its_connection()
    {
        var map = ShardMap.Parse("0-511=One; 512-1022=Two; 1023=One");

        Assert.Equal(["One", "Two"], map.Connections);
        Assert.All(
            Enumerable.Range(0, 1000).Select(i => $"partition {i}"),
            partition => Assert.Equal(ShardMap.ShardOf(partition) is < 512 or 1023 ? 0 : 1, map.ConnectionOf(partition)));
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("0-1022=One", "1023")]
    [InlineData("0-1023=One;5=Two", "5")]
    [InlineData("0-1024=One", "0-1024")]
    [InlineData("9-3=One", "9-3")]
    [InlineData("0-1023", "0-1023")]
    [InlineData("0-1023=", "0-1023=")]
    [InlineData("-1=One", "-1")]
    public void A_map_that_is_not_whole_is_refused(string text, string culprit) =>
        Assert.Contains(culprit, Assert.Throws<FormatException>(() => ShardMap.Parse(text)).Message, StringComparison.Ordinal);
}
