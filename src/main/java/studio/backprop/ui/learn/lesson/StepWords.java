package studio.backprop.ui.learn.lesson;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.lesson.LessonStep;

/** Texts of the current step with the engine's numbers, which are filled asynchronously. */
final class StepWords {
  private final Workbench bench;
  private final Supplier<LessonStep> current;
  private final ReadOnlyObjectWrapper<StepTexts> texts = new ReadOnlyObjectWrapper<>(this, "texts", StepTexts.NONE);
  /** The localized step of the filled texts. */
  private LessonStep filledFor;

  /** @param current current step, localized */
  StepWords(Workbench bench, Supplier<LessonStep> current) {
    this.bench = bench;
    this.current = current;
  }

  ReadOnlyObjectProperty<StepTexts> textsProperty() {
    return texts.getReadOnlyProperty();
  }

  void clear() {
    texts.set(StepTexts.NONE);
    filledFor = null;
  }

  /** Requests the numbers; a result for another step or phase is discarded. */
  void fill(Supplier<Phase> phase, int hints, Answering answering) {
    LessonStep now = current.get();
    Phase at = phase.get();
    StepTexts before = filledFor == now ? texts.get() : StepTexts.NONE;
    bench.fill(StepTexts.wanted(now, at, hints, answering), filled -> {
      if (current.get() == now && phase.get() == at) {
        filledFor = now;
        texts.set(StepTexts.of(now, at, hints, filled).after(before));
      }
    });
  }
}
