/**
 * Analysis of a search: share of variance explained by each setting, and significance of the best trial. {@link SettingEffect} is η²,
 * {@link BestMargin} the lead of the best beyond chance, {@link SeedRobustness} the spread over further seeds, {@link TrialsCsv} the table
 * of all trials.
 */
package studio.backprop.search.finding;
