/**
 * Search space: settings of a project with ranges or choices, and edits of its hidden layers. {@link Searchables} lists what can be
 * searched, read from the components of records; a {@link Space} of {@link Dimension}s turns drawn values into a project. Immutable.
 */
package studio.backprop.search.space;
