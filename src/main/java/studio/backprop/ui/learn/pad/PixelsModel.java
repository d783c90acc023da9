package studio.backprop.ui.learn.pad;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.Drawing;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.observe.Example;
import studio.backprop.run.Run;
import studio.backprop.ui.workspace.run.RunModel;

/** Pixel editor of a dataset example. */
public final class PixelsModel {
  private final PaperModel paper;
  private final RunModel run;
  private final ObservableValue<Optional<Example>> chosen;

  PixelsModel(PaperModel paper, RunModel run) {
    this.paper = paper;
    this.run = run;
    chosen = Bindings.createObjectBinding(
        () -> data().map(known -> run.observation().exampleProperty().get().undrawn().within(known)),
        run.runProperty(), run.observation().exampleProperty());
  }

  private Optional<PreparedData> data() {
    return Optional.ofNullable(run.runProperty().get()).map(Run::data).filter(known -> known.dataset().isImages());
  }

  /** The example that {@link #begin()} loads; empty without a run. */
  ObservableValue<Optional<Example>> chosenProperty() {
    return chosen;
  }

  /** Loads the selected example, with its label. */
  public void begin() {
    chosen.getValue().ifPresent(example -> paper.change(
        new Drawing(new EditedPicture(data().orElseThrow(), example.part(), example.row()))));
  }

  /** Loads an example by offset within its split. */
  void beginFurther(int places) {
    run.observation().chooseExample(places);
    begin();
  }

  /** The edited example; empty while strokes are drawn. */
  public Optional<EditedPicture> edited() {
    return paper.drawing().pixels();
  }

  /** Changes one pixel. @param ink full intensity, or background */
  public void set(int row, int column, boolean ink) {
    edited().map(picture -> picture.with(row, column, ink)).filter(next -> next != edited().orElseThrow())
        .ifPresent(next -> paper.change(new Drawing(next)));
  }
}
