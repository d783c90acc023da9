package studio.backprop.app;

import java.util.Map;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.ui.lesson.LessonModel;

/**
 * A lesson that a window is opened for.
 *
 * @param lessons by language
 * @param step to begin at, from 0
 * @param record keeps the answers
 */
record LessonStart(LessonFolder folder, Map<String, Lesson> lessons, int step, LessonModel.Record record) {}
