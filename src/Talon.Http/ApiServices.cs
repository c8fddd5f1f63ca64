namespace Talon.Http;

/// <summary>The use cases that operations call.</summary>
public sealed class ApiServices
{
}
