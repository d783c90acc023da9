package studio.backprop.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.check.LessonView;

/** What a lesson shows of the window. */
interface LessonScene {
  /** Shows what a step names; all where it names nothing. */
  void show(Show wanted);

  /** Rings what the step leads the eyes to; nothing where it is empty. */
  void focus(Optional<Focus> wanted);

  /** Shows what belongs to the project of the step, once it is open: the node that is looked into, sliders for its weights. */
  void projectOpened();

  /** Leads to a number of the output of the node that is looked into. @param indices map, row and column, from 0 */
  void lead(List<Integer> indices);

  /** Lets the project be edited, or not, as the step says. */
  void lock();

  /** These pages show nothing: they would tell what is to be predicted. */
  void cover(Set<LessonView> pages);

  /** The names of the views that are open now. */
  Set<String> seenNow();

  /** Hears of views that are opened, by their names. */
  void onSeen(Consumer<String> opened);

  /** @param tells the loss of all training examples as it is now */
  void lossFrom(Consumer<DoubleConsumer> tells);
}
