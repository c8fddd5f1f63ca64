using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Talon.Promotions.Tests;

using JsonObject = System.Text.Json.Nodes.JsonObject;

/// <summary>What an earlier build wrote is read by this one: no member that it did not know is missed.</summary>
public class StoredTypeTests
{
    public static TheoryData<string> Names => [.. StoredType.All.Where(type => !type.Type.IsEnum).Select(type => type.Name)];

    [Fact]
    public void Every_kind_of_row_is_found()
    {
        Assert.True(StoredType.All.Count > 130, $"There are only {StoredType.All.Count}.");
        Assert.Equal(StoredType.All.Count, StoredType.All.Select(type => type.Name).Distinct().Count());
    }

    [Theory, MemberData(nameof(Names))]
    public void A_member_that_is_missing_has_the_value_of_a_new_record(string name)
    {
        var type = Named(name);
        Compare(type, type.New(), type.Read(type.Json(StoredType.IsRequired).ToJsonString()));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_member_that_nobody_knows_is_passed_over(string name)
    {
        var type = Named(name);
        var json = type.Json(StoredType.IsRequired);
        json["ofAnotherBuild"] = new JsonObject { ["a"] = new JsonArray(1, null) };
        Compare(type, type.New(), type.Read(json.ToJsonString()));
    }

    private static void Compare(StoredType type, object expected, object read)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var member in type.Info.Properties.Where(StoredType.IsStored))
        {
            Assert.True(
                member.Get!(read) is not null || nullability.Create(StoredType.Property(member)).ReadState != NullabilityState.NotNull,
                $"{type.Type.Name}.{member.Name} is null, which its type does not allow.");
            Assert.True(
                type.Write(member, expected) == type.Write(member, read),
                $"{type.Type.Name}.{member.Name} is {type.Write(member, read)}, a new one has {type.Write(member, expected)}.");
        }
    }

    private static StoredType Named(string name) => StoredType.All.Single(type => type.Name == name);
}
