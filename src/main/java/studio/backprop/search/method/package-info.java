/** How a search decides what to train next: pure functions of what it has tried. */
package studio.backprop.search.method;
