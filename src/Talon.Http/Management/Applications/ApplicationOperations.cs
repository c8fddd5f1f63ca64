using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on Applications.</summary>
internal static class ApplicationOperations
{
    private const string Path = "/v1/applications";
    private const string One = Path + "/{applicationId}";

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createApplication", Path, "Create an Application.", [], ApplicationSchemas.New, ApplicationSchemas.Application, CreateAsync),
        Manage.Read("getApplications", Path, "List the Applications.", ManagementParameters.List, Page.Counted("Applications", ApplicationSchemas.Application), List),
        Manage.Read("getApplication", One, "Read an Application.", [ManagementParameters.Application], ApplicationSchemas.Application, Get),
        Manage.Update(
            "updateApplication", One, "Replace the settings of an Application.", [ManagementParameters.Application], ApplicationSchemas.New,
            ApplicationSchemas.Application, UpdateAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.Applications.CreateAsync(context.Input(ManagementInputJson.Api.ApplicationInput), cancellation), context.Services.Account.Configurations.Current);

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation)
    {
        var (id, input) = (context.Get(ManagementParameters.Application), context.Input(ManagementInputJson.Api.ApplicationInput));
        await context.Services.CodeCases.CheckAsync(id, input.CaseSensitivity, "/caseSensitivity", cancellation);
        return Answer(200, await context.Services.Account.Applications.UpdateAsync(id, input, cancellation), context.Services.Account.Configurations.Current);
    }

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(200, configuration.RequireApplication(context.Get(ManagementParameters.Application)), configuration);

    private static ApiResponse List(OperationContext context, Configuration configuration) =>
        Page.Counted(context, configuration.Applications, a => new(a.Created, a.Name), a => ApplicationBody.From(a, configuration), ManagementJson.Api.ApplicationBody);

    private static ApiResponse Answer(int status, Application application, Configuration configuration) =>
        ApiResponse.Json(status, ApplicationBody.From(application, configuration), ManagementJson.Api.ApplicationBody);
}
