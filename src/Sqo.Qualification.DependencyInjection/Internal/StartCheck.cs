using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Sqo.Qualification.Internal;

/// <summary>Options without members, whose validation at the start of a host builds every profile.</summary>
internal sealed class StartCheck
{
    internal sealed class Validator(IServiceProvider services) : IValidateOptions<StartCheck>
    {
        public ValidateOptionsResult Validate(string? name, StartCheck options)
        {
            QualifierProvider provider;
            try
            {
                provider = services.GetRequiredService<QualifierProvider>();
            }
            catch (InvalidOperationException e)
            {
                return ValidateOptionsResult.Fail(e.Message.Split('\n'));
            }

            var faults = new List<string>();
            foreach (var profile in provider.Profiles)
            {
                try
                {
                    profile.Start();
                }
                catch (Exception e) when (CriterionErrors.IsOfCriterion(e))
                {
                    faults.AddRange(new ProfileFailure(e).Faults.Select(fault => $"Profile \"{profile.Name}\": {fault}"));
                }
            }

            WarnOfUnknownSections(provider);
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }

        private void WarnOfUnknownSections(QualifierProvider provider)
        {
            if (services.GetService<IConfiguration>() is not { } configuration) return;
            var section = configuration.GetSection(services.GetRequiredService<IOptions<SqoQualificationOptions>>().Value.Section);
            var names = $"\"{string.Join("\", \"", provider.Profiles.Select(profile => profile.Name))}\"";
            foreach (var child in section.GetChildren())
            {
                if (provider.Profiles.Any(profile => QualifierProvider.SameName(profile.Name, child.Key))) continue;
                Log.UnknownProfileSection(services.GetRequiredService<Telemetry>().Logger, child.Path, names);
            }
        }
    }
}
