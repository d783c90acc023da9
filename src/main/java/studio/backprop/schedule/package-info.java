/**
 * Learning-rate schedules: one a file, an immutable record with a line in {@link ScheduleCatalog}. A schedule is a function of epoch and
 * step, or of the validation loss ({@link ReduceOnPlateau}).
 */
package studio.backprop.schedule;
