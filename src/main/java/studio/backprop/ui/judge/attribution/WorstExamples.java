package studio.backprop.ui.judge.attribution;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** What is predicted worst in the part of the chosen example, and whether somebody may see it: each look at the test part counts. */
final class WorstExamples {
  private final ReadOnlyObjectWrapper<Mistakes> mistakes = new ReadOnlyObjectWrapper<>(this, "mistakes");
  private final ReadOnlyBooleanWrapper withheld = new ReadOnlyBooleanWrapper(this, "withheld");
  private final RunModel run;
  /** The part whose worst example is to be chosen once it is known; null for none. */
  private Part sought;
  /** By which weights {@link #mistakes} were made. */
  private WeightsVersion knownBy;
  /** The weights by which a person wants to see the test part; null for none. */
  private WeightsVersion testWanted;
  /** The example that nobody has chosen: the first one, or what stands in the place of one of other data. */
  private Example given = Example.FIRST;
  /** Whether an example of these data was begun with. */
  private boolean begun;

  WorstExamples(RunModel run) {
    this.run = run;
  }

  ReadOnlyObjectProperty<Mistakes> mistakesProperty() {
    return mistakes.getReadOnlyProperty();
  }

  /** Whether the example is of the test part, and nobody has asked for its worst examples by these weights. */
  ReadOnlyBooleanProperty withheldProperty() {
    return withheld.getReadOnlyProperty();
  }

  /**
   * Another run begins.
   *
   * @param data of it; null for none
   * @param otherData whether they are others than before: of them nobody has chosen an example yet
   */
  void begin(PreparedData data, boolean otherData) {
    mistakes.set(null);
    sought = null;
    testWanted = null;
    if (otherData) {
      begun = false;
      given = data == null ? Example.FIRST : example().within(data);
    }
  }

  private Example example() {
    return run.observation().exampleProperty().get();
  }

  /** Chooses the worst example of a part; its first one where that is not known. Whoever asks for the test part looks at it. */
  void lookAt(Part part) {
    choose(part, 0);
    sought = part;
    if (part == Part.TEST) {
      showTest();
    }
    Mistakes known = mistakes.get();
    if (known != null && known.part() == part && !run.isBehind(knownBy)) {
      find(known);
    }
  }

  void choose(Part part, int row) {
    sought = null;
    run.observation().chooseExample(new Example(part, row));
  }

  void showTest() {
    testWanted = run.shownWeights();
  }

  /** In each frame. Where nobody has chosen an example yet, an error of the validation part says more than the first one to train on. */
  void look(PreparedData data) {
    if (!begun) {
      begun = true;
      if (example().equals(given) && data.rows(Part.VALIDATION) > 0) {
        lookAt(Part.VALIDATION);
      }
    }
    withheld.set(!maySee(example().part()) && canBeKnown(data, example().part()));
  }

  private boolean maySee(Part part) {
    WeightsVersion shown = run.shownWeights();
    return part != Part.TEST || shown.equals(testWanted) || run.files().hasViewedTest(run.runProperty().get(), shown);
  }

  private static boolean canBeKnown(PreparedData data, Part part) {
    return data.dataset().answers() == 1 && data.rows(part) > 0 && data.rows(part) <= Mistakes.LARGEST_PART;
  }

  /** Whether they are to be looked for: once training rests. */
  boolean lacks(PreparedData data, Part part) {
    Mistakes known = mistakes.get();
    return !run.playing() && maySee(part) && canBeKnown(data, part)
        && (known == null || known.part() != part || run.isBehind(knownBy)
            || !known.threshold().equals(run.projectProperty().get().threshold()));
  }

  /** Whether they say which example is to be explained. */
  boolean areSought() {
    return sought != null;
  }

  /** What is chosen is being explained: nothing else is to come in its place. */
  void stay() {
    sought = null;
  }

  /** Who sees what is predicted worst in the test part has looked at that part. */
  void know(Mistakes found, WeightsVersion weights) {
    knownBy = weights;
    mistakes.set(found);
    find(found);
    if (found.part() == Part.TEST) {
      run.files().viewTest(run.runProperty().get(), weights);
    }
  }

  private void find(Mistakes found) {
    if (found.part() == sought && example().equals(new Example(sought, 0)) && !found.worst().isEmpty()) {
      choose(sought, found.worst().get(0).row());
    }
    sought = null;
  }
}
