using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Talon.Functions.Tests;

public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.Find("docs", "azure.md"));

    public static TheoryData<string> Functions =>
        [.. typeof(HttpFunctions).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>()];

    public static TheoryData<string> Settings
    {
        get
        {
            var names = new HashSet<string>();
            FunctionsSettings.Read(name =>
            {
                names.Add(name);
                return null;
            });
            return [.. names, ServiceRegistration.Connection];
        }
    }

    public static TheoryData<string> Choices =>
        [.. Regex.Matches(File.ReadAllText(RepositoryFiles.Find("infra", "main.parameters.json")), @"\$\{(TALON_\w+)=").Select(variable => variable.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_is_described(string function) => Assert.Contains($"`{function}`", Page, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_setting_is_described(string setting) => Assert.Contains($"`{setting}`", Page, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_choice_of_a_deployment_is_described(string variable) => Assert.Contains($"| `{variable}` |", Page, StringComparison.Ordinal);
}
