using Talon.Storage.Azure;

namespace Talon.Storage.Tests;

public sealed class EntityBodyTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(EntityBody.MaxProperty - 1, 1)]
    [InlineData(EntityBody.MaxProperty, 1)]
    [InlineData(EntityBody.MaxProperty + 1, 2)]
    [InlineData(2 * EntityBody.MaxProperty, 2)]
    [InlineData(StorageLimits.MaxBody, 15)]
    public void A_body_is_cut_into_properties_of_64_KiB_and_put_together_again(int size, int properties)
    {
        var body = new byte[size];
        new Random(1).NextBytes(body);

        var entity = EntityBody.Pack("partition", "row", body);

        Assert.Equal(properties, entity.Keys.Count(name => name.StartsWith('b')));
        Assert.True(EntityBody.Unpack(entity).Body.Span.SequenceEqual(body), "The body came back altered.");
    }
}
