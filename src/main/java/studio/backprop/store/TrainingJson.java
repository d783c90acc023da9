package studio.backprop.store;

import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Schedule;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import tools.jackson.databind.node.ObjectNode;

/** JSON of the training settings. */
final class TrainingJson {
  /** Value of files from before class weights. */
  private static final String BATCHES = "balance";
  private static final String WEIGHTS = "class_weights";

  private TrainingJson() {}

  static ObjectNode write(TrainingSettings training) {
    ScheduleType schedule = ScheduleCatalog.typeOf(training.schedule());
    ObjectNode object = Json.object();
    object.put("epochs", training.epochs());
    object.put("batch", training.batch());
    if (!training.shuffle()) {
      object.put("shuffle", false);
    }
    if (training.balance() != ClassBalance.NONE) {
      object.put(training.balance() == ClassBalance.BATCHES ? BATCHES : WEIGHTS, true);
    }
    object.put("rate", training.rate());
    object.set("optimizer", write(training.optimizer()));
    object.set("schedule", typed(schedule.id(), SettingsJson.write(schedule.form(), training.schedule())));
    object.set("regularization", SettingsJson.write(Regularization.FORM, training.regularization()));
    object.put("patience", training.patience());
    object.put("seed", training.seed());
    return object;
  }

  static ObjectNode write(Optimizer optimizer) {
    OptimizerType type = OptimizerCatalog.typeOf(optimizer);
    return typed(type.id(), SettingsJson.write(type.form(), optimizer));
  }

  private static ObjectNode typed(String id, ObjectNode settings) {
    ObjectNode object = Json.object();
    object.put("type", id);
    object.set("settings", settings);
    return object;
  }

  static TrainingSettings read(Fields fields) throws StoreProblem {
    return new TrainingSettings(
        fields.whole("epochs", 0, Integer.MAX_VALUE),
        fields.whole("batch", 1, Integer.MAX_VALUE),
        !fields.has("shuffle") || Values.yesOrNo(fields.path("shuffle"), fields.get("shuffle")),
        balance(fields),
        optimizer(fields.object("optimizer")),
        fields.real("rate", 0, Double.MAX_VALUE),
        schedule(fields.object("schedule")),
        SettingsJson.read(Regularization.FORM, Regularization.NONE, fields.object("regularization")),
        fields.whole("patience", 0, Integer.MAX_VALUE),
        fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static ClassBalance balance(Fields fields) throws StoreProblem {
    if (isOn(fields, WEIGHTS) && isOn(fields, BATCHES)) {
      throw StoreProblem.value("store.two_balances", fields.path(WEIGHTS), fields.path(BATCHES));
    }
    return isOn(fields, WEIGHTS) ? ClassBalance.WEIGHTS : isOn(fields, BATCHES) ? ClassBalance.BATCHES : ClassBalance.NONE;
  }

  private static boolean isOn(Fields fields, String name) throws StoreProblem {
    return fields.has(name) && Values.yesOrNo(fields.path(name), fields.get(name));
  }

  static Optimizer optimizer(Fields fields) throws StoreProblem {
    String id = fields.text("type");
    OptimizerType type = OptimizerCatalog.find(id).orElseThrow(() -> StoreProblem.value("store.unknown", fields.path("type"), id));
    return SettingsJson.read(type.form(), type.fresh(), fields.object("settings"));
  }

  private static Schedule schedule(Fields fields) throws StoreProblem {
    String id = fields.text("type");
    ScheduleType type = ScheduleCatalog.find(id).orElseThrow(() -> StoreProblem.value("store.unknown", fields.path("type"), id));
    return SettingsJson.read(type.form(), type.fresh(), fields.object("settings"));
  }
}
