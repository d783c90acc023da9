/**
 * Search algorithms as pure functions of a record: {@link TrialScheduler} (successive halving, Li et al. 2020), {@link Tpe} (Bergstra et
 * al. 2011), {@link GridPoints} and random sampling. No state and no threads.
 */
package studio.backprop.search.method;
