package studio.backprop.lesson.play;

import java.util.List;
import java.util.Optional;

/**
 * Text of a played step, with the engine's numbers in it.
 *
 * @param text before the question, in Markdown like all others
 * @param ask question; may be empty
 * @param choices options to choose from or to order
 * @param replies feedback to each option, or to each known mistake; may be empty
 * @param hints of a task
 * @param after text after the question: of a reveal, or of a completed task
 * @param answer measured value of the predicted number
 */
public record PlayedStep(
    String text, String ask, List<String> choices, List<String> replies, List<String> hints, String after, Optional<String> answer) {}
