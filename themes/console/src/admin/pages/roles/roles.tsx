import { useConsole } from '../../console';
import { AddRole } from './add';
import { RoleDetail } from './detail';
import { RoleList } from './list';

/** roles, roles/add, roles/{componentId}/{tab} */
export default function Roles() {
  const { path } = useConsole();
  const [, which] = path;
  if (!which) {
    return <RoleList />;
  }
  return which === 'add' ? <AddRole /> : <RoleDetail key={which} id={which} />;
}
