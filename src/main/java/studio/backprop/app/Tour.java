package studio.backprop.app;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.window.shell.Frame;
import studio.backprop.ui.window.tour.Stop;
import studio.backprop.ui.window.tour.TourModel;
import studio.backprop.ui.window.tour.TourView;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Guided tour of the window: automatically once per user, on demand any time. */
final class Tour {
  private static final String SEEN = "tour.seen";

  private final DocumentModel document;
  private final RunModel run;
  private final Preferences preferences;
  private final TourModel model;

  Tour(Frame frame, DocumentModel document, RunModel run, Rooms rooms, Lang lang, Pulse pulse, Preferences preferences) {
    this.document = document;
    this.run = run;
    this.preferences = preferences;
    this.model = new TourModel(document, run, rooms.gradientsShown(), this::remember);
    rooms.palette().unfoldLayersWhile(model.stopProperty().map(stop -> stop.equals(Optional.of(Stop.LAYERS))));
    frame.addOver(new TourView(model, lang, pulse, frame::hear));
    frame.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE && model.stopProperty().get().isPresent()) {
        model.end();
        event.consume();
      }
    });
  }

  void begin() {
    model.begin();
  }

  /** Begins if the user has not seen it and the project suits; else waits for one that does. */
  void offer() {
    if (preferences.text(SEEN).isEmpty() && suits()) {
      begin();
    }
  }

  /** Not for a GAN or an agent, whose loss need not fall, nor a project that opens with twins or a search. */
  private boolean suits() {
    return document.project().assignment().hasTargets() && run.files().twinsPageProperty().get().isEmpty()
        && run.files().searchProperty().get().isEmpty();
  }

  private void remember() {
    preferences.set(SEEN, true);
    preferences.save();
  }
}
