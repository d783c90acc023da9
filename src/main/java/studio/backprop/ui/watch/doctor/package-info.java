/**
 * Doctor page: findings about the training, with plots, and experiments that are really trained before anything is changed. {@link
 * DoctorModel} runs the doctor on a worker thread every 50 steps.
 */
package studio.backprop.ui.watch.doctor;
