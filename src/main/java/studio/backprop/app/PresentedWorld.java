package studio.backprop.app;

import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.presenter.PresenterView;

/** The presentation of an agent begins with its world, that of another project with the network. */
final class PresentedWorld {
  private static final int NETWORK = 0;

  private final PresenterView presenter;
  private final int output;
  private boolean acts;

  /** @param output the place of the output among what can be presented */
  PresentedWorld(DocumentModel document, PresenterView presenter, int output) {
    this.presenter = presenter;
    this.output = output;
    document.projectProperty().subscribe(this::follow);
  }

  private void follow(Project project) {
    boolean before = acts;
    acts = project.assignment() instanceof Agent;
    if (before != acts) {
      presenter.show(acts ? output : NETWORK);
    }
  }
}
