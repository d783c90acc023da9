package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.layout.Region;
import studio.backprop.data.Part;
import studio.backprop.doctor.Finding;
import studio.backprop.project.Agent;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.EvaluationPage;
import studio.backprop.ui.judge.evaluate.EvaluationTabs;
import studio.backprop.ui.judge.evaluate.EvaluationTabs.Tab;
import studio.backprop.ui.judge.evaluate.EvaluationView;
import studio.backprop.ui.judge.evaluate.MetricsModel;
import studio.backprop.ui.judge.evaluate.MetricsPage;
import studio.backprop.ui.judge.evaluate.column.ColumnEdits;
import studio.backprop.ui.judge.evaluate.column.FeaturesModel;
import studio.backprop.ui.judge.evaluate.column.FeaturesPage;
import studio.backprop.ui.judge.evaluate.fold.FoldsModel;
import studio.backprop.ui.judge.evaluate.fold.FoldsPage;
import studio.backprop.ui.judge.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.watch.doctor.DoctorModel;

/** Evaluation pages, in place of canvas and panels. */
final class MetricsRoom implements AutoCloseable {
  private final RoomContext at;
  private final ExamplesModel examples;
  private final EvaluationTabs tabs = new EvaluationTabs();
  private final MetricsModel metrics;
  private final FoldsModel folds;
  private final FeaturesModel features;
  private final Region page;

  /**
   * @param columns excludes columns of the data
   * @param doctor its findings link to the pages
   * @param offered whether the user can open it; not in a lesson
   */
  MetricsRoom(
      RoomContext at, PagesOverCanvas pages, ExamplesModel examples, ColumnEdits columns, DoctorModel doctor, boolean offered) {
    this.at = at;
    this.examples = examples;
    metrics = new MetricsModel(at.document(), at.run(), at.pulse());
    folds = new FoldsModel(at.document(), at.run(), at.pulse());
    features = new FeaturesModel(at.document(), at.run(), at.pulse(), columns);
    tabs.tabProperty().subscribe((before, now) -> follow());
    tabs.openProperty().subscribe((before, now) -> follow());
    page = pages.add(tabs.openProperty(), () -> new EvaluationPage(tabs, at.lang(), at.hints(), this::make));
    if (offered) {
      doctor.offerPages(this::show);
      BooleanExpression any = BooleanExpression.booleanExpression(at.run().runProperty().map(run -> true).orElse(false));
      BooleanExpression acts = at.document().isOf(Agent.class);
      Runnable show = () -> examples.openProperty().set(true);
      at.shell().offer(List.of(
          Command.of("command.metrics", Command.Group.VIEW, Icon.TARGET, EvaluationPage.KEY, tabs::toggle),
          Command.of(Message.of("command.examples"), Command.Group.VIEW, Icon.DATA, show).when(any.and(acts.not())),
          Command.of(Message.of("command.transitions"), Command.Group.VIEW, Icon.DATA, show).when(any.and(acts)),
          Command.of(Message.of("command.folds"), Command.Group.VIEW, Icon.DATA, () -> tabs.show(Tab.FOLDS)),
          Command.of(Message.of("command.features"), Command.Group.VIEW, Icon.BARS, () -> tabs.show(Tab.FEATURES))));
    }
  }

  /** Only the page in front computes. */
  private void follow() {
    boolean open = tabs.openProperty().get();
    metrics.openProperty().set(open && tabs.tabProperty().get() == Tab.METRICS);
    folds.openProperty().set(open && tabs.tabProperty().get() == Tab.FOLDS);
    features.openProperty().set(open && tabs.tabProperty().get() == Tab.FEATURES);
  }

  private EvaluationView make(Tab tab) {
    return switch (tab) {
      case METRICS -> new MetricsPage(metrics, at.lang(), at.hints(), at.theme(), at.pulse(), tabs::leave, this::show);
      case FOLDS -> new FoldsPage(folds, at.lang(), at.hints(), at.theme());
      case FEATURES -> new FeaturesPage(features, at.lang(), at.hints(), at.theme());
    };
  }

  EvaluationTabs tabs() {
    return tabs;
  }

  FoldsModel folds() {
    return folds;
  }

  FeaturesModel features() {
    return features;
  }

  /** Opens the page of a finding. */
  private void show(Finding.Page page) {
    tabs.show(switch (page) {
      case METRICS -> Tab.METRICS;
      case CROSS_VALIDATION -> Tab.FOLDS;
    });
  }

  /** Shows the examples of a cell, with a way back. */
  private void show(Part part, int truth, int predicted) {
    examples.show(part, truth, predicted);
    examples.leadBack(() -> tabs.show(Tab.METRICS));
  }

  Region page() {
    return page;
  }

  @Override
  public void close() {
    metrics.close();
    folds.close();
    features.close();
  }
}
