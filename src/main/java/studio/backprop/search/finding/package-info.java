/** What can be read off a search: which settings matter, and how much of the best is luck. */
package studio.backprop.search.finding;
