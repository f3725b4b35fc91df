using MutualInfo.Tool.Verification.Channels;
using MutualInfo.Tool.Verification.ClosedForms;
using MutualInfo.Tool.Verification.Definitions;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Verification;

/// <summary>All known answers, from exact ones to benchmark tasks.</summary>
internal static class VerificationSuite
{
    public static IEnumerable<Check> Checks(VerificationContext context) =>
        ChannelChecks.All(context)
            .Concat(DefinitionChecks.All(context))
            .Concat(ClosedFormChecks.All(context))
            .Concat(MixedChecks.All(context))
            .Concat(ContinuousChecks.All(context))
            .Concat(KernelDensityChecks.All(context))
            .Concat(TaskChecks.All(context));
}
