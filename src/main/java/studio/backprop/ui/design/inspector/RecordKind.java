package studio.backprop.ui.design.inspector;

import java.util.List;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.schedule.Schedule;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * Kind of a settings record of which one is chosen, such as an optimizer.
 *
 * @param fresh with default settings
 */
public record RecordKind<R>(Message title, Message help, R fresh, Form<R> form) {
  static final List<RecordKind<Optimizer>> OPTIMIZERS =
      OptimizerCatalog.types().stream().map(t -> new RecordKind<>(t.title(), t.help(), t.fresh(), t.form())).toList();
  static final List<RecordKind<AgentMethod>> METHODS =
      MethodCatalog.types().stream().map(t -> new RecordKind<>(t.title(), t.help(), t.fresh(), t.form())).toList();
  static final List<RecordKind<Schedule>> SCHEDULES =
      ScheduleCatalog.types().stream().map(t -> new RecordKind<>(t.title(), t.help(), t.fresh(), t.form())).toList();
}
