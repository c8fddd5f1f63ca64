using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

/// <summary>What every entry of the registry must have.</summary>
public sealed class RegistryTest
{
    public static TheoryData<string> Names => [.. FunctionRegistry.All.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_function_is_documented(string name)
    {
        var function = FunctionRegistry.Find(name)!;

        Assert.EndsWith(".", function.Summary, StringComparison.Ordinal);
        Assert.NotEmpty(function.Signatures);
        Assert.Contains($"\"{name}\"", function.Example, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Conditions_and_effects_say_when_they_fail(string name)
    {
        var function = FunctionRegistry.Find(name)!;
        var isCondition = function.Signatures.Any(signature => signature.Result.Kind == TypeKind.Boolean);
        var isEffect = function.Group == FunctionGroup.Effect;

        if (isCondition || isEffect)
            Assert.False(string.IsNullOrWhiteSpace(function.Failure), $"{name} needs a failure text.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_compiles(string name)
    {
        var example = FunctionRegistry.Find(name)!.Example;
        const string Template = """["setTemplate", "percentOf(Decimal, Decimal)Decimal", ["/", ["*", ["#", 0], ["#", 1]], 100]]""";
        var asValue = Shop.With(Do(Template, $"""["set", "used", ["map", [".", "Session", "CartItems"], [["Item"], {example}]]]""")).Knowing(BuiltIns).Problems();
        var asEffect = Shop.With(Do(example)).Knowing(BuiltIns).Problems();

        if (name != "#")
            Assert.True(asValue.Count == 0 || asEffect.Count == 0, string.Join('\n', asEffect.Concat(asValue)));
    }

    [Fact]
    public void Every_built_in_attribute_is_documented()
    {
        Assert.All(AttributeCatalog.All, owner =>
        {
            Assert.NotEmpty(owner.Attributes);
            Assert.All(owner.Attributes, attribute => Assert.False(string.IsNullOrWhiteSpace(attribute.Summary), attribute.Name));
            Assert.Equal(owner.Attributes.Select(attribute => attribute.Name).Distinct(), owner.Attributes.Select(attribute => attribute.Name));
        });
    }

    private static Vocabulary BuiltIns(Vocabulary words) => words with
    {
        Attributes =
        [
            .. words.Attributes,
            new(AttributeEntity.CustomerProfile, "Email", AttributeType.String),
            new(AttributeEntity.CustomerSession, "Location", AttributeType.Location),
            new(AttributeEntity.CustomerSession, "GiftMessage", AttributeType.String),
        ],
    };
}
