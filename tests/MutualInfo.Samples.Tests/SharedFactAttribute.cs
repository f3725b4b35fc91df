namespace MutualInfo.SampleTests;

/// <summary>A test that compares with ../shared, and is skipped, visibly, where that folder is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedFolder.Find() is null)
            Skip = "../shared is not beside the checkout.";
    }
}
