/**
 * All lessons and class plans on a page over the window: found by filters, with how far the learner is in each. It opens lessons through
 * {@code CourseModel.Library}, which is made elsewhere, and plays none.
 */
package studio.backprop.ui.learn.course;
