using System.Text.Json;

namespace Talon.Cli.Tests;

public sealed class TestCommandTests : IDisposable
{
    private const string Campaign = """
        "campaigns": [{ "name": "Ten", "rules": [{ "title": "r", "condition": ["and"], "effects": [["setDiscount", "ten", 10]] }] }]
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talon-test");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_as_expected_ends_with_0()
    {
        var (exit, output, _) = Test("""{ "setDiscount": { "name": "ten", "value": 10.0 } }""");

        Assert.Equal(0, exit);
        Assert.EndsWith("1 passed, 0 failed\n", output);
    }

    [Fact]
    public void What_differs_is_named_by_its_place_and_ends_with_1()
    {
        var (exit, output, _) = Test("""{ "setDiscount": { "name": "ten", "value": 11 } }""");

        Assert.Equal(1, exit);
        Assert.Contains("effects[0].setDiscount.value\n       expected 11\n       found    10\n", output);
        Assert.EndsWith("0 passed, 1 failed\n", output);
    }

    [Fact]
    public void An_effect_too_many_does_not_make_the_others_look_different()
    {
        var (_, output, _) = Test("""{ "addFreeItem": { "sku": "a", "name": "b" } }, { "setDiscount": { "name": "ten", "value": 10 } }""");

        Assert.Contains("effects[0]\n       expected {\"addFreeItem\":{\"sku\":\"a\",\"name\":\"b\"}}\n       found    nothing\n", output);
        Assert.DoesNotContain("setDiscount", output);
    }

    [Fact]
    public void A_misspelt_member_is_an_error_and_ends_with_2()
    {
        var (exit, _, error) = Run($$"""{ {{Campaign}}, "cases": [{ "name": "x", "expect": { "efects": [] } }] }""");

        Assert.Equal(2, exit);
        Assert.Contains("efects", error);
    }

    [Fact]
    public void A_name_that_nothing_has_is_an_error_of_that_case()
    {
        var (exit, _, error) = Run($$"""{ {{Campaign}}, "cases": [{ "name": "x", "facts": { "coupons": [{ "code": "C", "campaign": "Elf" }] }, "expect": {} }] }""");

        Assert.Equal(2, exit);
        Assert.Contains("x: There is no campaign called \"Elf\".", error);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("test", "no-such-file.json")]
    [InlineData("test", "--nonsense")]
    [InlineData("nonsense")]
    public void A_wrong_command_line_ends_with_2(params string[] args)
    {
        Assert.Equal(2, CommandLine.Run(args).Exit);
    }

    [Fact]
    public void An_error_effect_that_nobody_expects_is_a_difference()
    {
        var (exit, output, _) = Run("""{ "cases": [{ "name": "x", "expression": ["/", 1, 0], "expect": { "value": null } }] }""");

        Assert.Equal(1, exit);
        Assert.Contains("A number was divided by zero.", output);
    }

    [Fact]
    public void Results_can_be_read_by_programs()
    {
        var (exit, output, _) = Run($$"""{ {{Campaign}}, "cases": [{ "name": "x", "expect": { "triggered": ["Elf"] } }] }""", "--json");

        using var report = JsonDocument.Parse(output);
        Assert.Equal(1, exit);
        Assert.Equal(1, report.RootElement.GetProperty("failed").GetInt32());
        var difference = report.RootElement.GetProperty("files")[0].GetProperty("cases")[0].GetProperty("differences")[0];
        Assert.Equal(("triggered", "Elf", "Ten"), (difference.GetProperty("where").GetString(), difference.GetProperty("expected").GetString(), difference.GetProperty("found").GetString()));
    }

    private (int Exit, string Output, string Error) Test(string effects) =>
        Run($$"""{ {{Campaign}}, "cases": [{ "name": "ten off", "expect": { "effects": [{{effects}}] } }] }""");

    private (int Exit, string Output, string Error) Run(string json, params string[] options)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "test.json"), json);
        return CommandLine.Run(["test", _folder.FullName, .. options]);
    }
}
