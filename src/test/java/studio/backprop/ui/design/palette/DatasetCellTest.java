package studio.backprop.ui.design.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import studio.backprop.ui.panels.Desk;

@ExtendWith(ApplicationExtension.class)
class DatasetCellTest {
  @AutoClose private final Desk desk = new Desk(Desk.circles());
  private final DataModel model = new DataModel(desk.document, desk.run, desk.pulse);
  private final List<DataModel.Offer> all = model.foundProperty().getValue();
  private final int last = all.size() - 1;
  private ListView<DataModel.Offer> list;
  private DatasetCell cell;

  private Optional<String> heading() {
    Label heading = (Label) cell.getGraphic().lookup(".group-title");
    return Optional.of(heading).filter(Label::isVisible).map(Label::getText);
  }

  /** The cell of the last dataset in the whole list. */
  private void makeCell() {
    list = new ListView<>();
    list.getItems().setAll(all);
    cell = new DatasetCell(model, desk.lang, desk.hints);
    cell.updateListView(list);
    cell.updateIndex(last);
  }

  private void search(String typed) {
    model.searchProperty().set(typed);
    list.getItems().setAll(model.foundProperty().getValue());
  }

  @Test
  void aCellIsFilledThoughTheListIsShorterThanItsIndex(FxRobot robot) {
    robot.interact(() -> {
      makeCell();
      search("y = f");
      cell.updateItem(list.getItems().get(0), false);
    });
    assertThat(heading()).contains("Points by a formula");
  }

  @Test
  void aDatasetHasAHeadingOnlyWhileItIsTheFirstOfItsGroup(FxRobot robot) {
    robot.interact(this::makeCell);
    assertThat(heading()).isEmpty();
    robot.interact(() -> model.searchProperty().set(desk.lang.say(all.get(last).title())));
    assertThat(heading()).contains(desk.lang.say(all.get(last).group()));
    robot.interact(() -> model.searchProperty().set(""));
    assertThat(heading()).isEmpty();
  }
}
