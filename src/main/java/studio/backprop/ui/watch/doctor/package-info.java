/** The doctor's page: what is wrong with the training, and experiments that are really made before anything is changed. */
package studio.backprop.ui.watch.doctor;
