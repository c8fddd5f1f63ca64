using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Talon.RuleEngine.Tests")]
