/** What a search has tried, as data that never change: settings of the search, trials, and their order by its goal. */
package studio.backprop.search.trial;
