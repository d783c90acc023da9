/** Trains what a search decides: a trial is a function of its project, its weights so far and its target, whoever runs it. */
package studio.backprop.search.run;
