/** What a search may change in a project: its settings with their ranges, and named edits of its hidden layers. */
package studio.backprop.search.space;
