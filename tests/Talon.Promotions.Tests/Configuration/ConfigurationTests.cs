namespace Talon.Promotions.Tests;

public sealed class ConfigurationTests
{
    [Fact]
    public void What_an_application_needs_is_kept_while_nothing_of_it_changes()
    {
        var one = Sample.Configuration(Sample.Put(Sample.Application(2)), Sample.Put(Sample.Campaign(5)));
        var (mine, other) = (one.For(1), one.For(2));

        var two = one.With([Sample.Put(Sample.Campaign(6, applicationId: 2))], 2);

        Assert.Same(mine, two.For(1));
        Assert.NotSame(other, two.For(2));
        Assert.Equal([6L], two.For(2).Campaigns.Keys);
    }

    [Fact]
    public void The_vocabulary_is_kept_while_nothing_that_rules_name_changes()
    {
        var one = Sample.Configuration(Sample.Put(Sample.Cost(1, "shipping")), Sample.Put(Sample.Campaign(6)));
        var vocabulary = one.For(1).Vocabulary;

        var two = one.With([Sample.Put(Sample.Campaign(6) with { Description = "changed" })], 2);
        var three = two.With([Sample.Put(Sample.Campaign(7, name: "other"))], 3);
        var four = three.With([Sample.Put(Sample.Cost(1, "shipping", AdditionalCostScope.Both))], 4);

        Assert.Same(vocabulary, two.For(1).Vocabulary);
        Assert.Equal(["campaign", "other"], three.For(1).Vocabulary.Campaigns.Select(c => c.Name));
        Assert.Same(vocabulary.Attributes, three.For(1).Vocabulary.Attributes);
        Assert.True(four.For(1).Vocabulary.AdditionalCosts.Single().OnItem);
    }

    [Fact]
    public void An_unknown_application_is_not_found() =>
        Assert.Throws<NotFoundException>(() => Configuration.Empty.For(1));

    [Fact]
    public void Built_in_attributes_exist_from_the_start_and_are_not_editable()
    {
        var attributes = Sample.Configuration().For(1).Attributes;

        Assert.Equal(RuleEngine.AttributeType.String, attributes.Find(RuleEngine.AttributeEntity.CustomerProfile, "ShippingRegion")!.Type);
        Assert.Equal(RuleEngine.AttributeType.Time, attributes.Find(RuleEngine.AttributeEntity.CustomerProfile, "BirthDate")!.Type);
        Assert.NotNull(attributes.Find(RuleEngine.AttributeEntity.CustomerSession, "PaymentMethod"));
        Assert.Null(attributes.Find(RuleEngine.AttributeEntity.CustomerSession, "shippingCity"));
        Assert.All(BuiltInAttributes.All, attribute => Assert.False(attribute.Editable));
        Assert.Equal(BuiltInAttributes.All.Count, BuiltInAttributes.All.Select(a => (a.Entity, a.Name)).Distinct().Count());
    }

    [Fact]
    public async Task Entities_come_back_from_the_store_as_they_were_written()
    {
        var tables = new TestTables();
        var application = Sample.Application() with
        {
            CaseSensitivity = CaseSensitivity.InsensitiveUppercase,
            Attributes = Sample.Json("""{"rate": 5.0, "big": 12345678901234567890.5}"""),
            Limits = [new() { Action = "setDiscount", Limit = 10.50m, Period = "daily", Entities = ["Profile"] }],
        };
        var group = new EvaluationGroup { Id = 3, ApplicationId = 1, Name = "best", EvaluationMode = RuleEngine.EvaluationMode.HighestDiscount };
        var attribute = Sample.Attribute(1000, RuleEngine.AttributeEntity.CartItem, "tags", RuleEngine.AttributeType.StringList);
        await Sample.Store(tables).UpdateAsync(_ =>
            [Sample.Put(application), Sample.Put(attribute), ConfigurationChange.Put(EntityKinds.EvaluationGroup, group)]);

        var read = await Sample.Store(tables, 2).GetAsync();

        Assert.Equal(CaseSensitivity.InsensitiveUppercase, read.Applications.Find(1)!.CaseSensitivity);
        Assert.Equal("""{"rate":5.0,"big":12345678901234567890.5}""", read.Applications.Find(1)!.Attributes!.Value.GetRawText());
        Assert.Equal("10.50", read.Applications.Find(1)!.Limits[0].Limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(group, read.EvaluationGroups.Find(3));
        Assert.Equal(RuleEngine.AttributeType.StringList, read.Attributes.Find(1000)!.Type);
    }
}
