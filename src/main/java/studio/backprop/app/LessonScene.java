package studio.backprop.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.check.LessonView;

/** View of the window controlled by a lesson. */
interface LessonScene {
  /** Shows what a step names; everything if it names nothing. */
  void show(Show wanted);

  /** Highlights the focus of a step; empty for none. */
  void focus(Optional<Focus> wanted);

  /** Shows what depends on the step's project once it is open: inspected node, weight sliders. */
  void projectOpened();

  /**
   * Reveals an output of the inspected node.
   *
   * @param indices map, row and column, from 0
   */
  void lead(List<Integer> indices);

  /** Applies the step's edit lock. */
  void lock();

  /** Hides the content of these pages, which would reveal a prediction. */
  void cover(Set<LessonView> pages);

  /** Names of the open views. */
  Set<String> seenNow();

  /** Notified of views that are opened, by name. */
  void onSeen(Consumer<String> opened);

  /** @param tells supplies the current loss over all training examples */
  void lossFrom(Consumer<DoubleConsumer> tells);
}
