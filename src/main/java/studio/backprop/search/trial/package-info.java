/**
 * Record of a search: settings, trials, results by rung, and decisions made by hand, as immutable data. {@link SearchRecord} is all that
 * was tried; every other part of the search is a function of it. {@link TrialRanking} orders trials by the goal.
 */
package studio.backprop.search.trial;
