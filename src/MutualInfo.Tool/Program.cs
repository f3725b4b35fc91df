using System.CommandLine;

RootCommand root = new("Mutual-information estimates from files.");
return root.Parse(args).Invoke();
