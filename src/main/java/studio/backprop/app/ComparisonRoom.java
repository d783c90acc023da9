package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import studio.backprop.train.compare.ComparisonRunner;
import studio.backprop.ui.compare.ComparisonModel;
import studio.backprop.ui.compare.ComparisonPage;
import studio.backprop.ui.compare.RunsModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.search.SearchModel;
import studio.backprop.ui.time.TimeView;

/** Twin runs and the run history, which lie over the window; a button beside the time machine leads there. */
final class ComparisonRoom implements AutoCloseable {
  private final ComparisonModel twins;
  private final RunsModel runs;
  private final SearchModel search;
  private final ComparisonPage page;

  /** @param alone whether the lanes are to have a place of their own, as in a lesson: then there is no page that could be opened */
  ComparisonRoom(RoomContext at, ComparisonRunner runner, TimeView time, boolean alone) {
    twins = new ComparisonModel(at.document(), at.run(), runner, at.pulse());
    runs = new RunsModel(at.document(), at.run(), twins, at.pulse());
    search = new SearchModel(at.document(), at.run(), at.pulse());
    page = new ComparisonPage(twins, runs, search, at.lang(), at.hints(), at.theme(), at.pulse());
    if (!alone) {
      offer(at, time);
    }
  }

  private void offer(RoomContext at, TimeView time) {
    Command open = Command.of("twins.command", Command.Group.TRAINING, Icon.TWINS, ComparisonPage.KEY,
        () -> page.toggleIn(at.shell().getScene()))
        .when(BooleanExpression.booleanExpression(at.run().readyProperty()));
    Button button = new Button(null, Icon.TWINS.view());
    button.setId("twins");
    button.textProperty().bind(at.lang().bind("twins.open"));
    button.setOnAction(event -> open.run());
    at.hints().explain(button, KeyCombination.valueOf(ComparisonPage.KEY), "twins.open.help");
    time.add(button);
    at.shell().offer(List.of(open, Command.of("tries.command", Command.Group.TRAINING, Icon.RUNS, ComparisonPage.TRIES_KEY,
        () -> page.showTriesIn(at.shell().getScene()))
        .when(BooleanExpression.booleanExpression(at.run().readyProperty())),
        Command.of("trials.command", Command.Group.TRAINING, Icon.TUNE, ComparisonPage.SEARCH_KEY,
            () -> page.showSearchIn(at.shell().getScene()))
            .when(BooleanExpression.booleanExpression(at.run().readyProperty()))));
  }

  ComparisonModel model() {
    return twins;
  }

  /** The lanes alone, for a place of their own. */
  Region lanes() {
    return page.lanes();
  }

  /** The curves under the lanes. */
  Region curves() {
    return page.curves();
  }

  @Override
  public void close() {
    runs.close();
    search.close();
    twins.close();
  }
}
