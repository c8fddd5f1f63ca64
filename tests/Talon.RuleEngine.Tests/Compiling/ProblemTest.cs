using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class ProblemTest
{
    private static RulesetProblem Single(string condition, params string[] effects) => Assert.Single(Shop.With(When(condition, effects)).Problems());

    [Fact]
    public void An_unknown_function_is_refused_with_its_pointer()
    {
        var problem = Single("""["and", ["cuponValid"]]""");

        Assert.Equal("/rules/0/condition/1/0", problem.Pointer);
        Assert.Equal("There is no function \"cuponValid\". Did you mean \"couponValid\"?", problem.Message);
    }

    [Fact]
    public void A_wrong_type_names_the_expected_and_the_found_one()
    {
        var problem = Single("""["and", [">", [".", "Session", "Total"], "much"]]""");

        Assert.Equal("/rules/0/condition/1/2", problem.Pointer);
        Assert.Equal(("number", "string \"much\""), (problem.Expected, problem.Found));
    }

    [Fact]
    public void A_condition_that_is_nothing_is_refused()
    {
        var problem = Single("""["noop"]""");

        Assert.Equal("/rules/0/condition", problem.Pointer);
        Assert.Equal(("boolean", "nothing"), (problem.Expected, problem.Found));
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var pointers = Shop
            .With(When("""["and", ["nope"], ["+", 1, 2], [".", "Session", "Missing"]]""", """["setDiscount", 5]""", """["setDiscount", "d", "x"]"""))
            .Bindings("""[{"name": "a", "expression": ["also-nope"]}]""")
            .Problems().Select(problem => problem.Pointer);

        Assert.Equal(
            ["/bindings/0/expression/0", "/rules/0/condition/1/0", "/rules/0/condition/2", "/rules/0/condition/3/2", "/rules/0/effects/0", "/rules/0/effects/1/2"],
            pointers.Order());
    }

    [Fact]
    public void An_undefined_attribute_is_refused()
    {
        var problem = Single("""["=", [".", "Session", "Nope"], "x"]""");

        Assert.Equal("/rules/0/condition/1/2", problem.Pointer);
        Assert.Equal("The attribute \"Nope\" is not defined on CustomerSession entities.", problem.Message);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[1, 2]""")]
    [InlineData("""[[["Item"], true]]""")]
    [InlineData("""["and", null]""")]
    [InlineData("""["and", {}]""")]
    [InlineData("""["and", 1e400]""")]
    [InlineData("""["and", [["Item"], true]]""")]
    [InlineData("""[".", 1]""")]
    [InlineData("""["."]""")]
    [InlineData("""["filter", [".", "Session", "CartItems"]]""")]
    [InlineData("""["exists", [".", "Session", "CartItems"], [["Item", "Other"], true]]""")]
    [InlineData("""["exists", [".", "Session", "CartItems"], true]""")]
    [InlineData("""["~", "text", "(?=look)ahead"]""")]
    [InlineData("""["~", "text", "("]""")]
    [InlineData("""["has"]""")]
    [InlineData("""["+", 1, 2]""")]
    public void Nonsense_is_refused_with_a_pointer_into_the_condition(string condition)
    {
        Assert.StartsWith("/rules/0/condition", Single(condition).Pointer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "/rules")]
    [InlineData("""null""", "/rules")]
    [InlineData("""[1]""", "/rules/0")]
    [InlineData("""[{"title": 1, "condition": ["and"], "effects": []}]""", "/rules/0/title")]
    [InlineData("""[{"title": "t", "condition": "and", "effects": []}]""", "/rules/0/condition")]
    [InlineData("""[{"title": "t", "condition": ["and"], "effects": {}}]""", "/rules/0/effects")]
    [InlineData("""[{"title": "t", "condition": ["and"], "effects": [5]}]""", "/rules/0/effects/0")]
    [InlineData("""[{"title": "t", "condition": ["and"], "effects": [], "bindings": 5}]""", "/rules/0/bindings")]
    [InlineData("""[{"title": "t", "condition": ["and"], "effects": [], "bindings": [5]}]""", "/rules/0/bindings/0")]
    [InlineData("""[{"title": "t", "condition": ["and"], "effects": [], "bindings": [{"name": "Session", "expression": ["identity", 1]}]}]""", "/rules/0/bindings/0/name")]
    [InlineData("""[{"title": "t", "condition": ["and"], "effects": [["onFailure", ["setDiscount", "d", 1]]]}]""", "/rules/0/effects/0/1")]
    public void A_ruleset_of_the_wrong_shape_is_refused(string rules, string pointer)
    {
        var campaign = new CampaignDefinition { Id = 1, Name = "c", Ruleset = new RulesetDefinition(1, Json.Parse(rules)) };

        var result = CampaignCompiler.Compile(campaign, Words.All, new ApplicationSettings { Id = 1 });

        Assert.Null(result.Campaign);
        Assert.Equal(pointer, Assert.Single(result.Problems).Pointer);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var deep = string.Concat(Enumerable.Repeat("[\"not\",", 5_000)) + "true" + new string(']', 5_000);
        var rules = Json.Parse($$"""[{"title": "t", "condition": {{deep}}, "effects": []}]""", 20_000);
        var campaign = new CampaignDefinition { Id = 1, Name = "c", Ruleset = new RulesetDefinition(1, rules) };

        var problem = Assert.Single(CampaignCompiler.Compile(campaign, Words.All, new ApplicationSettings { Id = 1 }).Problems);

        Assert.Equal("The expression is nested too deeply.", problem.Message);
    }

    [Fact]
    public void Nesting_through_bindings_and_templates_is_bounded()
    {
        static string Deep(string inner) => string.Concat(Enumerable.Repeat("[\"not\",", 55)) + inner + new string(']', 55);
        var bindings = string.Join(',', Enumerable.Range(1, 500).Select(i => $"{{\"name\": \"b{i}\", \"expression\": {Deep(i == 1 ? "[\"now\"]" : $"[\".\", \"b{i - 1}\"]")}}}").Prepend("""{"name": "b0", "expression": ["and"]}"""));
        var templates = Enumerable.Range(1, 500).Select(i => $"[\"setTemplate\", \"t{i}\", {Deep(i == 1 ? "true" : $"[\"!\", \"t{i - 1}\"]")}]").Append("""["set", "x", ["!", "t500"]]""");

        Assert.Contains(Shop.With(When("""[".", "b500"]""")).Bindings($"[{bindings.Replace("[\"now\"]", "true")}]").Problems(), problem => problem.Message.EndsWith("through its bindings.", StringComparison.Ordinal));
        Assert.Contains(Shop.With(Do([.. templates])).Problems(), problem => problem.Message.EndsWith("through its templates.", StringComparison.Ordinal));
    }

    [Fact]
    public void Nesting_up_to_the_bound_can_be_evaluated_and_explained()
    {
        static string Deep(string inner, int levels) => string.Concat(Enumerable.Repeat("[\"or\",", levels)) + inner + new string(']', levels);
        var bindings = string.Join(',', Enumerable.Range(0, 6).Select(i => $"{{\"name\": \"b{i}\", \"expression\": {Deep(i == 0 ? "[\">\", [\".\", \"Session\", \"Total\"], 5]" : $"[\".\", \"b{i - 1}\"]", 55)}}}"));

        var result = Shop.With(When("""[".", "b5"]""")).Bindings($"[{bindings}]").Cart(Items.Of("a", 1)).Explaining().Evaluate();

        Assert.Equal("Session.Total is 1, but must be more than 5: over 4 more.", Assert.Single(result.Failures).Details);
    }

    [Fact]
    public void A_huge_ruleset_is_refused()
    {
        var list = string.Join(',', Enumerable.Repeat("1", 250_000));

        var problem = Assert.Single(Shop.With(When($"""["contains", ["list", {list}], 2]""")).Problems());

        Assert.Equal("The ruleset is too large.", problem.Message);
    }

    [Fact]
    public void No_ruleset_at_all_is_a_problem_and_not_an_exception()
    {
        var result = CampaignCompiler.Compile(new CampaignDefinition { Id = 1, Name = "c", Ruleset = new RulesetDefinition(1, default) }, Words.All, new ApplicationSettings { Id = 1 });

        Assert.Equal("/rules", Assert.Single(result.Problems).Pointer);
    }
}
