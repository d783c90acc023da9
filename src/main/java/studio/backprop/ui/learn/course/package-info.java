/**
 * Course page: all lessons and class plans, with filters and the learner's progress. {@link CourseModel} opens lessons through its {@code
 * Library}, which {@code app} provides, and plays none.
 */
package studio.backprop.ui.learn.course;
