using System;
using System.Collections.Generic;
using System.Linq;

namespace PipelineReview.Generator;

/// <summary>Invents companies, each name once.</summary>
internal sealed class CompanyMaker(RandomSource random)
{
    private readonly Country[] _countries =
        [.. Catalog.Countries.SelectMany(country => Enumerable.Repeat(country, country.Weight))];

    public Company[] Make(int count)
    {
        var companies = new Dictionary<string, Company>(StringComparer.Ordinal);
        while (companies.Count < count)
        {
            Company company = Make();
            companies.TryAdd(company.Name, company);
        }

        return [.. companies.Values];
    }

    private Company Make()
    {
        Country country = random.Pick(_countries);
        Industry industry = random.Pick(Catalog.Industries);
        string name = $"{random.Pick(country.Families)} {random.Pick(industry.Words)} {random.Pick(country.Forms)}";
        double size = random.Normal();
        int employees = Math.Max(3, (int)(300 * RandomSource.Exp(1.3 * size)));
        return new Company(name, country, industry, employees, size);
    }
}
