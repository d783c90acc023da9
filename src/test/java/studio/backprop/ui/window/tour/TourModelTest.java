package studio.backprop.ui.window.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.run.Trainer;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class TourModelTest {
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.plain()), new ManualPulse());
  private final BooleanProperty gradients = new SimpleBooleanProperty();
  private int ended;
  private final TourModel tour = new TourModel(document, run, gradients, () -> ended++);

  @AfterEach
  void close() {
    run.close();
  }

  private Stop stop() {
    return tour.stopProperty().get().orElseThrow();
  }

  @Test
  void aStopIsDoneOnceItsThingWasDone() {
    tour.begin();
    assertThat(stop()).isEqualTo(Stop.LAYERS);
    assertThat(tour.doneProperty().get()).isFalse();
    document.edit(Message.of("edit.rate"), network -> network.add(LayerCatalog.typeOf(new Dropout(0.5)).fresh(), 0, 0));
    assertThat(tour.doneProperty().get()).isTrue();
    document.undo();
    assertThat(tour.doneProperty().get()).as("what was done stays done").isTrue();
    tour.next();
    assertThat(tour.doneProperty().get()).isFalse();
  }

  @Test
  void whatIsSoAlreadyIsDoneOnArrival() {
    gradients.set(true);
    tour.begin();
    while (stop() != Stop.LENS) {
      tour.next();
    }
    assertThat(tour.doneProperty().get()).isTrue();
    tour.next();
    run.control().speedProperty().set(5);
    assertThat(tour.doneProperty().get()).isTrue();
  }

  @Test
  void afterTheLastStopItIsOverAndItCanBeginAgain() {
    tour.begin();
    for (int i = 0; i < Stop.values().length; i++) {
      assertThat(ended).isZero();
      tour.next();
    }
    assertThat(tour.stopProperty().get()).isEqualTo(Optional.empty());
    assertThat(ended).isEqualTo(1);
    tour.begin();
    tour.end();
    tour.end();
    assertThat(ended).isEqualTo(2);
  }
}
