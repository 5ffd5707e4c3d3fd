<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>Action</name>
    <message>
        <source>接警</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>派警</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>警单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>视图</source>
        <translation>View</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>接听</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>接听等待最久的来电并打开警单</source>
        <translation>Answer the call that has waited longest and open its sheet</translation>
    </message>
    <message>
        <source>挂断</source>
        <translation>Hang up</translation>
    </message>
    <message>
        <source>结束当前警单的通话</source>
        <translation>End the call of the current sheet</translation>
    </message>
    <message>
        <source>新建警单</source>
        <translation>New sheet</translation>
    </message>
    <message>
        <source>不经来电新建警单（走访、电台、自接警）</source>
        <translation>Open a sheet without a call (walk-in, radio, own patrol)</translation>
    </message>
    <message>
        <source>完成接警</source>
        <translation>Complete sheet</translation>
    </message>
    <message>
        <source>保存并完成正在填写的警单</source>
        <translation>Save and complete the sheet being filled in</translation>
    </message>
    <message>
        <source>地图选点</source>
        <translation>Pick on map</translation>
    </message>
    <message>
        <source>在地图上为警单选取位置</source>
        <translation>Pick the sheet&apos;s place on the map</translation>
    </message>
    <message>
        <source>作废警单</source>
        <translation>Void sheet</translation>
    </message>
    <message>
        <source>作废误建的警单并说明原因</source>
        <translation>Void a sheet opened by mistake, giving the reason</translation>
    </message>
    <message>
        <source>为选中的警情选择警力并下达</source>
        <translation>Choose units for the selected incident and send them</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>为选中警情比较两种派法：把接下来一小时各推演一百次</source>
        <translation>Compare two choices of units for the selected incident: the next hour is played a hundred times with each</translation>
    </message>
    <message>
        <source>下一状态</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>把选中警力推进到下一步：签收、出警、到场、完毕</source>
        <translation>One step on for the units: signed, set out, on scene, finished</translation>
    </message>
    <message>
        <source>撤回警力</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>撤回选中警力的派警并说明原因</source>
        <translation>Call the selected units off, giving the reason</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Move unit</translation>
    </message>
    <message>
        <source>把选中警力改派到另一警情，时钟保留</source>
        <translation>Move the selected unit to another incident; its clock runs on</translation>
    </message>
    <message>
        <source>设为主警力</source>
        <translation>Make main unit</translation>
    </message>
    <message>
        <source>把选中警力设为主处警力量</source>
        <translation>Make the selected unit the main unit of its incident</translation>
    </message>
    <message>
        <source>联动指令</source>
        <translation>Order agency</translation>
    </message>
    <message>
        <source>向联动单位发送指令</source>
        <translation>Send an order to a linked agency</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>填写反馈单</source>
        <translation>Fill in the feedback sheet</translation>
    </message>
    <message>
        <source>处结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>处结选中的警情</source>
        <translation>Close the selected incident</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>重新打开已处结的警情</source>
        <translation>Open a closed incident again</translation>
    </message>
    <message>
        <source>关联或合并</source>
        <translation>Link or merge</translation>
    </message>
    <message>
        <source>登记当事人</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>为选中的警单登记一位当事人</source>
        <translation>Add a person concerned with the selected sheet</translation>
    </message>
    <message>
        <source>写流水</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>在流水中记一条</source>
        <translation>Write a note into the timeline</translation>
    </message>
    <message>
        <source>修改警单</source>
        <translation>Edit sheet</translation>
    </message>
    <message>
        <source>打开警单表修改内容</source>
        <translation>Open the sheet form to change what it says</translation>
    </message>
    <message>
        <source>警情队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>转到警情队列</source>
        <translation>Go to the queue of incidents</translation>
    </message>
    <message>
        <source>警力</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>转到警力表</source>
        <translation>Go to the table of units</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>转到地图</source>
        <translation>Go to the map</translation>
    </message>
    <message>
        <source>接警单</source>
        <translation>Sheet form</translation>
    </message>
    <message>
        <source>转到接警单</source>
        <translation>Go to the sheet form</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>转到警情详情</source>
        <translation>Go to the details of the incident</translation>
    </message>
    <message>
        <source>通讯录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>转到联动单位通讯录</source>
        <translation>Go to the directory of linked agencies</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查找警单，含已处结的</source>
        <translation>Find any sheet, closed ones too</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>地图回到全市</source>
        <translation>Show the whole city on the map</translation>
    </message>
    <message>
        <source>测距</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>在地图上量长度和面积：点击或回车加点，退格撤回，Esc 结束</source>
        <translation>Measure length and area on the map: click or Enter adds a point, Backspace takes it back, Esc ends</translation>
    </message>
    <message>
        <source>地图存为 PDF</source>
        <translation>Map as PDF</translation>
    </message>
    <message>
        <source>把地图此刻的样子写成一页 PDF，带来源和时刻</source>
        <translation>Write the map as it is now on one page of PDF, with its source and the time</translation>
    </message>
    <message>
        <source>重新载入地图</source>
        <translation>Reload the map</translation>
    </message>
    <message>
        <source>地图停住时重新载入，其余不受影响</source>
        <translation>Load the map again when it has stopped; nothing else is touched</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>切换界面语言</source>
        <translation>Switch the language of the screen</translation>
    </message>
    <message>
        <source>切换配色</source>
        <translation>Next colours</translation>
    </message>
    <message>
        <source>浅色、深色、高对比依次切换</source>
        <translation>Light, dark and high contrast in turn</translation>
    </message>
    <message>
        <source>按键表</source>
        <translation>Key list</translation>
    </message>
    <message>
        <source>关于本程序</source>
        <translation>About this program</translation>
    </message>
    <message>
        <source>版本、运行环境和所用各部分的许可</source>
        <translation>Version, what it runs on, and the licences of its parts</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>退出程序，未完成的内容已保存</source>
        <translation>Leave the program; unfinished work is saved</translation>
    </message>
    <message>
        <source>窗格移到另一屏</source>
        <translation>Pane to the other screen</translation>
    </message>
    <message>
        <source>把当前窗格移到另一屏幕并铺满；再按一次收回</source>
        <translation>Carry this pane to the other screen and fill it; once more brings it back</translation>
    </message>
    <message>
        <source>恢复默认布局</source>
        <translation>Restore the layout</translation>
    </message>
    <message>
        <source>按屏幕大小恢复各窗格的默认位置</source>
        <translation>Put every pane where it belongs on a screen of this size</translation>
    </message>
    <message>
        <source>关闭提示</source>
        <translation>Close the message</translation>
    </message>
    <message>
        <source>关闭最新的一条提示</source>
        <translation>Close the newest message</translation>
    </message>
    <message>
        <source>转到选中警单的联动指令：签收、到场、反馈、退回</source>
        <translation>Go to the agency orders of the selected sheet: signed, arrived, fed back, returned</translation>
    </message>
    <message>
        <source>逐行移动</source>
        <translation>Walk the rows</translation>
    </message>
    <message>
        <source>在列表中上下移动，到哪一行就选中哪一行</source>
        <translation>Walk up and down in a list; the row you are on is selected</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开当前行：警情看详情，空闲警力去派警，单位发联动指令</source>
        <translation>Open the current row: details of a sheet, dispatch for a free unit, an order for a body</translation>
    </message>
    <message>
        <source>快捷菜单</source>
        <translation>Row menu</translation>
    </message>
    <message>
        <source>当前行能做的事</source>
        <translation>What can be done with the current row</translation>
    </message>
    <message>
        <source>进入列表</source>
        <translation>Into the list</translation>
    </message>
    <message>
        <source>查找框中回车：转到找到的第一行</source>
        <translation>Enter in the search box: go to the first row found</translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>清除筛选和查找，显示全部警情</source>
        <translation>Clear filter and search, show every incident</translation>
    </message>
    <message>
        <source>清除查找，显示全部警力</source>
        <translation>Clear the search, show every unit</translation>
    </message>
    <message>
        <source>指令送达</source>
        <translation>Order delivered</translation>
    </message>
    <message>
        <source>选中的警力：指令已送达</source>
        <translation>Selected units: the order has reached them</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>选中的警力：签收；申请退单的，不同意退单</source>
        <translation>Selected units: signed; where a return is asked for, refuse it</translation>
    </message>
    <message>
        <source>出警</source>
        <translation>Set out</translation>
    </message>
    <message>
        <source>选中的警力：出警</source>
        <translation>Selected units: set out</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>选中的警力：到场</source>
        <translation>Selected units: arrived on scene</translation>
    </message>
    <message>
        <source>处理完毕</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>选中的警力：处理完毕，返回途中</source>
        <translation>Selected units: finished, on their way back</translation>
    </message>
    <message>
        <source>申请退单</source>
        <translation>Asks to return</translation>
    </message>
    <message>
        <source>选中的警力：申请退单，须说明原因</source>
        <translation>Selected units: ask to be relieved; a reason is needed</translation>
    </message>
    <message>
        <source>同意退单</source>
        <translation>Agree to return</translation>
    </message>
    <message>
        <source>选中的警力：同意退单</source>
        <translation>Selected units: the return is granted</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>选中的警力：撤回派警，须说明原因</source>
        <translation>Selected units: called off; a reason is needed</translation>
    </message>
    <message>
        <source>备勤</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>选中的警力：备勤</source>
        <translation>Selected units: on standby</translation>
    </message>
    <message>
        <source>巡逻</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>选中的警力：巡逻</source>
        <translation>Selected units: on patrol</translation>
    </message>
    <message>
        <source>返回途中</source>
        <translation>Returning</translation>
    </message>
    <message>
        <source>选中的警力：返回途中</source>
        <translation>Selected units: on their way back</translation>
    </message>
    <message>
        <source>押解</source>
        <translation>Escort</translation>
    </message>
    <message>
        <source>选中的警力：押解护送</source>
        <translation>Selected units: escorting</translation>
    </message>
    <message>
        <source>暂离</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>选中的警力：暂离，不派警</source>
        <translation>Selected units: paused, not to be sent</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>选中的警力：离线下班</source>
        <translation>Selected units: off duty</translation>
    </message>
    <message>
        <source>紧急求助</source>
        <translation>Needs help</translation>
    </message>
    <message>
        <source>选中的警力：紧急求助，全台报警</source>
        <translation>Selected units: call for help, alarm at the desk</translation>
    </message>
    <message>
        <source>查找框中也能上下移动</source>
        <translation>Walks the rows from the search box too</translation>
    </message>
    <message>
        <source>勾选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>勾选或取消当前警力，可勾选多支</source>
        <translation>Tick or untick the current unit; several can be ticked</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>派出勾选的警力；没有勾选时派出当前一支</source>
        <translation>Send the ticked units; without ticks the current one</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>不派警，关闭窗口</source>
        <translation>Close the window and send nobody</translation>
    </message>
    <message>
        <source>移动地图</source>
        <translation>Move the map</translation>
    </message>
    <message>
        <source>移动地图；选点时把地点移到十字下</source>
        <translation>Move the map; while picking, bring the place under the cross</translation>
    </message>
    <message>
        <source>缩放地图</source>
        <translation>Zoom the map</translation>
    </message>
    <message>
        <source>放大、缩小地图</source>
        <translation>Zoom in and out</translation>
    </message>
    <message>
        <source>取点</source>
        <translation>Take the place</translation>
    </message>
    <message>
        <source>选点时取十字下的地点</source>
        <translation>While picking, take the place under the cross</translation>
    </message>
    <message>
        <source>放弃选点</source>
        <translation>Stop picking</translation>
    </message>
    <message>
        <source>放弃选点或框选</source>
        <translation>Give up picking or the rubber band</translation>
    </message>
    <message>
        <source>撤回一点</source>
        <translation>Take a point back</translation>
    </message>
    <message>
        <source>测量或绘制时撤回最后一点</source>
        <translation>Takes the last point of a measure or a drawing back</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>填好这一项，转到下一项</source>
        <translation>Take this field and go to the next</translation>
    </message>
    <message>
        <source>选用</source>
        <translation>Take the offer</translation>
    </message>
    <message>
        <source>选用列出的第一条或当前一条</source>
        <translation>Take the first or current one of the offers</translation>
    </message>
    <message>
        <source>上一条</source>
        <translation>Previous offer</translation>
    </message>
    <message>
        <source>在列出的条目中向上一条</source>
        <translation>One up in the offers</translation>
    </message>
    <message>
        <source>下一条</source>
        <translation>Next offer</translation>
    </message>
    <message>
        <source>在列出的条目中向下一条；没有列出时列出全部</source>
        <translation>One down in the offers; shows all where none are shown</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>收起列出的条目，恢复原来的内容</source>
        <translation>Put the offers away and restore what was there</translation>
    </message>
    <message>
        <source>级别加重</source>
        <translation>Graver</translation>
    </message>
    <message>
        <source>警情级别加重一级</source>
        <translation>The level one step graver</translation>
    </message>
    <message>
        <source>级别减轻</source>
        <translation>Less grave</translation>
    </message>
    <message>
        <source>警情级别减轻一级</source>
        <translation>The level one step less grave</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>直接选定警情级别</source>
        <translation>Choose the level directly</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>提交小表单</source>
        <translation>Give the small form</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>不提交，收起小表单</source>
        <translation>Put the small form away without giving it</translation>
    </message>
    <message>
        <source>下一张在填警单</source>
        <translation>Next open form</translation>
    </message>
    <message>
        <source>转到下一张正在填写的警单</source>
        <translation>Go to the next sheet being filled in</translation>
    </message>
    <message>
        <source>上一张在填警单</source>
        <translation>Previous open form</translation>
    </message>
    <message>
        <source>转到上一张正在填写的警单</source>
        <translation>Go to the previous sheet being filled in</translation>
    </message>
    <message>
        <source>关联到列出的警单</source>
        <translation>Link to the sheet listed</translation>
    </message>
    <message>
        <source>上一步骤</source>
        <translation>Earlier step</translation>
    </message>
    <message>
        <source>转到前一步骤的清单：接警、派警、到场、反馈</source>
        <translation>Goes to the list of the step before: taking, dispatch, scene, feedback</translation>
    </message>
    <message>
        <source>下一步骤</source>
        <translation>Later step</translation>
    </message>
    <message>
        <source>转到后一步骤的清单：接警、派警、到场、反馈</source>
        <translation>Goes to the list of the next step: taking, dispatch, scene, feedback</translation>
    </message>
    <message>
        <source>记入流水</source>
        <translation>Log the note</translation>
    </message>
    <message>
        <source>把写好的一条记入流水</source>
        <translation>Log what was written in the timeline</translation>
    </message>
    <message>
        <source>划除流水</source>
        <translation>Strike the note</translation>
    </message>
    <message>
        <source>划除选中的一条自己写的流水</source>
        <translation>Strike the selected note of one&apos;s own</translation>
    </message>
    <message>
        <source>划除当事人</source>
        <translation>Strike the person</translation>
    </message>
    <message>
        <source>划除选中的当事人</source>
        <translation>Strike the selected person</translation>
    </message>
    <message>
        <source>联动签收</source>
        <translation>Agency signed</translation>
    </message>
    <message>
        <source>联动单位已签收指令</source>
        <translation>The agency has signed the order</translation>
    </message>
    <message>
        <source>联动到场</source>
        <translation>Agency arrived</translation>
    </message>
    <message>
        <source>联动单位已到场</source>
        <translation>The agency is on scene</translation>
    </message>
    <message>
        <source>联动反馈</source>
        <translation>Agency feedback</translation>
    </message>
    <message>
        <source>填写联动单位的反馈</source>
        <translation>Write down what the agency feeds back</translation>
    </message>
    <message>
        <source>联动退回</source>
        <translation>Agency returns</translation>
    </message>
    <message>
        <source>联动单位退回指令，须说明原因</source>
        <translation>The agency gives the order back; a reason is needed</translation>
    </message>
    <message>
        <source>联动撤回</source>
        <translation>Cancel the order</translation>
    </message>
    <message>
        <source>撤回联动指令，须说明原因</source>
        <translation>Call the agency off; a reason is needed</translation>
    </message>
    <message>
        <source>发联动指令</source>
        <translation>Send an order</translation>
    </message>
    <message>
        <source>查找框中回车：向当前单位发联动指令</source>
        <translation>Enter in the search box: an order to the current body</translation>
    </message>
    <message>
        <source>复制号码</source>
        <translation>Copy the number</translation>
    </message>
    <message>
        <source>复制当前联系电话</source>
        <translation>Copy the current telephone number</translation>
    </message>
    <message>
        <source>交接班、换人</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>登记谁在本席值守，交接或下岗</source>
        <translation>Say who sits at this seat, hand over or sign off</translation>
    </message>
    <message>
        <source>切换字号</source>
        <translation>Size of text</translation>
    </message>
    <message>
        <source>字号 100 %、115 %、130 % 依次切换</source>
        <translation>Text at 100 %, 115 %, 130 % in turn</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>选择地图显示哪些图层</source>
        <translation>Choose which layers the map shows</translation>
    </message>
    <message>
        <source>跟随</source>
        <translation>Follow</translation>
    </message>
    <message>
        <source>地图跟随选中的警力或警情，拖动地图即停止</source>
        <translation>The map follows the selected unit or incident until it is dragged</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>显示或隐藏地图图例</source>
        <translation>Show or hide the legend of the map</translation>
    </message>
    <message>
        <source>命令行</source>
        <translation>Command line</translation>
    </message>
    <message>
        <source>按名称、拼音或短词做任何事：派 618 12、到 618、结 12</source>
        <translation>Do anything by name, pinyin or short word: send 618 12, arrive 618, close 12</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>执行写好的一条；有几种可能时先选一条</source>
        <translation>Do what is written; where it may mean several things, choose one first</translation>
    </message>
    <message>
        <source>在列出的可能中向下；没有时转到后一条用过的命令</source>
        <translation>Down in the choices; without any, the next command used</translation>
    </message>
    <message>
        <source>在列出的可能中向上；没有时取前一条用过的命令</source>
        <translation>Up in the choices; without any, the previous command used</translation>
    </message>
    <message>
        <source>补全</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>补全为当前一条</source>
        <translation>Complete to the current choice</translation>
    </message>
    <message>
        <source>收起命令行，写了一半的留着</source>
        <translation>Put the command line away; what is half written stays</translation>
    </message>
    <message>
        <source>采用报警人位置</source>
        <translation>Use caller&apos;s place</translation>
    </message>
    <message>
        <source>把报警人位置作为案发位置</source>
        <translation>Take the caller&apos;s place as the place of the incident</translation>
    </message>
    <message>
        <source>更多字段</source>
        <translation>More fields</translation>
    </message>
    <message>
        <source>展开或收起警单表的其余字段</source>
        <translation>Unfold or fold the other fields of the sheet</translation>
    </message>
    <message>
        <source>把警单关联或合并到主单；填写时同号一小时内的直接关联，其他的先选</source>
        <translation>Link or merge the sheet; while typing, the same number within an hour is linked at once, others are chosen first</translation>
    </message>
    <message>
        <source>解除关联</source>
        <translation>Unlink</translation>
    </message>
    <message>
        <source>把警单从主单解除，刚关联错的也可撤销</source>
        <translation>Take the sheet off its main sheet, also to undo a wrong link</translation>
    </message>
    <message>
        <source>同号一小时内的一张警单直接关联；其他的转到列表，选中后回车</source>
        <translation>The same number within an hour is linked at once; for others the list takes the keyboard and Enter links</translation>
    </message>
    <message>
        <source>回到填写</source>
        <translation>Back to the fields</translation>
    </message>
    <message>
        <source>不关联，从相关警单回到填写的一项</source>
        <translation>Link nothing and go back from the related sheets to the field</translation>
    </message>
    <message>
        <source>填好即派警</source>
        <translation>Complete and dispatch</translation>
    </message>
    <message>
        <source>完成正在填写的警单并选择警力，通话不挂断</source>
        <translation>Complete the sheet being filled and choose units; the call goes on</translation>
    </message>
    <message>
        <source>静音本次</source>
        <translation>Quiet this one</translation>
    </message>
    <message>
        <source>现有来电和告警不再响；新来的仍会响</source>
        <translation>What sounds now rings no more; what comes next does</translation>
    </message>
    <message>
        <source>静音几分钟</source>
        <translation>Mute for minutes</translation>
    </message>
    <message>
        <source>全部静音，到时自动恢复；民警紧急求助仍会响</source>
        <translation>Mute everything, by itself only for a while; an officer in need is still heard</translation>
    </message>
    <message>
        <source>打印警单</source>
        <translation>Print the sheet</translation>
    </message>
    <message>
        <source>打印选中的警单；没有打印机时存为 PDF</source>
        <translation>Print the selected sheet; without a printer save it as a PDF</translation>
    </message>
    <message>
        <source>警单存为 PDF</source>
        <translation>Sheet as PDF</translation>
    </message>
    <message>
        <source>把选中的警单存为 PDF 文件</source>
        <translation>Save the selected sheet as a PDF file</translation>
    </message>
    <message>
        <source>打印交接班表</source>
        <translation>Print the shift summary</translation>
    </message>
    <message>
        <source>打印未处结警单、警力和最近十二小时的数字</source>
        <translation>Print open sheets, units and the counts of the last twelve hours</translation>
    </message>
    <message>
        <source>打开键盘所在之处的帮助</source>
        <translation>Open the help about where the keyboard is</translation>
    </message>
    <message>
        <source>列出全部按键，可存为 PDF 打印</source>
        <translation>List all keys; can be saved as PDF to print</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>查找框中回车：转到这一页的下一处</source>
        <translation>Enter in the search box: the next place on this page</translation>
    </message>
    <message>
        <source>逐页移动</source>
        <translation>Walk the pages</translation>
    </message>
    <message>
        <source>转到上一页、下一页</source>
        <translation>The page before, the page after</translation>
    </message>
    <message>
        <source>翻屏</source>
        <translation>Scroll</translation>
    </message>
    <message>
        <source>这一页向上、向下翻</source>
        <translation>Scroll this page up and down</translation>
    </message>
    <message>
        <source>关闭帮助</source>
        <translation>Close the help</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Sign on</translation>
    </message>
    <message>
        <source>登记在本席值守</source>
        <translation>Sign on at this seat</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>不登记，先做别的</source>
        <translation>Not now; do something else first</translation>
    </message>
    <message>
        <source>大屏态势</source>
        <translation>Wall</translation>
    </message>
    <message>
        <source>全屏显示队列、地图和主要数字，不含个人信息；Esc 退出</source>
        <translation>Queue, map and key figures on the whole screen, without personal data; Esc leaves</translation>
    </message>
    <message>
        <source>另一屏大屏态势</source>
        <translation>Wall on the other screen</translation>
    </message>
    <message>
        <source>在另一屏幕上显示大屏态势，本屏照常工作</source>
        <translation>The wall on the other screen while this one goes on working</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>记下选中的警力已回答、平安；在警时写入流水</source>
        <translation>Note that the selected units answered and are well; on a job it goes into the timeline</translation>
    </message>
    <message>
        <source>拨打</source>
        <translation>Dial</translation>
    </message>
    <message>
        <source>拨打通讯录中当前单位现在该找的人，并记入选中警单的流水</source>
        <translation>Ring up the contact of the directory to be reached now, and note it on the selected sheet</translation>
    </message>
    <message>
        <source>导入资料…</source>
        <translation>Import lists…</translation>
    </message>
    <message>
        <source>从 CSV 文件导入警力、机构、警区、联动单位或联系人</source>
        <translation>Import units, organisations, beats, agencies or contacts from a CSV file</translation>
    </message>
    <message>
        <source>导出资料…</source>
        <translation>Export lists…</translation>
    </message>
    <message>
        <source>把警力、机构、警区、联动单位或联系人写成 CSV 文件</source>
        <translation>Write units, organisations, beats, agencies or contacts into a CSV file</translation>
    </message>
    <message>
        <source>新增警力</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>登记一支新警力</source>
        <translation>Add a new unit</translation>
    </message>
    <message>
        <source>修改警力资料</source>
        <translation>Change unit</translation>
    </message>
    <message>
        <source>修改或停用选中的警力</source>
        <translation>Change or retire the selected unit</translation>
    </message>
    <message>
        <source>签到时限…</source>
        <translation>Check-in limits…</translation>
    </message>
    <message>
        <source>各种状态下警力多久没有消息要签到</source>
        <translation>How long a unit may be silent in each state before it must check in</translation>
    </message>
    <message>
        <source>新增单位或联系人</source>
        <translation>New body or contact</translation>
    </message>
    <message>
        <source>登记新的机构、联动单位，或当前单位的联系人</source>
        <translation>Add a police body, an agency, or a contact of the current agency</translation>
    </message>
    <message>
        <source>修改单位或联系人</source>
        <translation>Change body or contact</translation>
    </message>
    <message>
        <source>修改或停用通讯录中当前的单位或联系人</source>
        <translation>Change or retire the current body or contact of the directory</translation>
    </message>
    <message>
        <source>选中的警力：已回答，平安；重新计时</source>
        <translation>The selected units: answered, all well; the timer starts again</translation>
    </message>
    <message>
        <source>清空查找</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>清空查找，列出最新的警单</source>
        <translation>Clear the search, list the newest sheets</translation>
    </message>
    <message>
        <source>从查找框转到找到的警单</source>
        <translation>From the search box to the sheets found</translation>
    </message>
    <message>
        <source>关闭大屏</source>
        <translation>Close the wall</translation>
    </message>
    <message>
        <source>骚扰标记</source>
        <translation>Nuisance mark</translation>
    </message>
    <message>
        <source>把选中警单的来电标为骚扰或取消；该号码以后照样能打进来</source>
        <translation>Mark the selected sheet&apos;s call as nuisance, or undo it; the number can still call</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Ask back</translation>
    </message>
    <message>
        <source>记下已处结警情的报警人是否满意</source>
        <translation>Record whether the caller of a closed incident is satisfied</translation>
    </message>
    <message>
        <source>离线地图</source>
        <translation>Offline map</translation>
    </message>
    <message>
        <source>用 OpenStreetMap 文件制作地区，或启用制作好的地区</source>
        <translation>Build a region of an OpenStreetMap file, or use one that is built</translation>
    </message>
    <message>
        <source>交接事项已阅</source>
        <translation>Hand-over note read</translation>
    </message>
    <message>
        <source>确认已看过上一班留下的交接事项，提示随之收起</source>
        <translation>Confirm that you have read what the shift before left; the message goes away</translation>
    </message>
    <message>
        <source>存为别名</source>
        <translation>Keep as alias</translation>
    </message>
    <message>
        <source>把地址栏的文字存为所选位置的别名，以后可以直接查到</source>
        <translation>Keep the words of the address as an alias of the picked point, to be found by from now on</translation>
    </message>
    <message>
        <source>查找地名</source>
        <translation>Find a place</translation>
    </message>
    <message>
        <source>在地图上查找地名、路口、里程桩，或粘贴的坐标</source>
        <translation>Find a name, a crossing, a kilometre post or pasted coordinates on the map</translation>
    </message>
    <message>
        <source>停用别名</source>
        <translation>Take alias out of use</translation>
    </message>
    <message>
        <source>停用列出的这个别名，以后不再列出</source>
        <translation>Take the listed alias out of use; it is offered no more</translation>
    </message>
    <message>
        <source>粘贴坐标</source>
        <translation>Paste coordinates</translation>
    </message>
    <message>
        <source>粘贴地址，或地图软件分享的坐标和链接</source>
        <translation>Paste an address, or a point or link shared from a map</translation>
    </message>
    <message>
        <source>划除反馈</source>
        <translation>Strike feedback</translation>
    </message>
    <message>
        <source>划除当前警单最新的一份误填反馈，须说明原因；记录保留</source>
        <translation>Strike the newest feedback of the current incident, given in error; a reason is needed, the record stays</translation>
    </message>
    <message>
        <source>路线说明</source>
        <translation>Directions</translation>
    </message>
    <message>
        <source>说出选中警力到警情怎么走：每个路口、路名和距离</source>
        <translation>Say how the selected unit gets to its incident: every turn, road and distance</translation>
    </message>
    <message>
        <source>谁来承办</source>
        <translation>Who takes this</translation>
    </message>
    <message>
        <source>按选中警单的类别和地点列出承办单位，最合适的在前，并说明理由</source>
        <translation>List who takes the selected sheet by its class and place, the best first, with the reasons</translation>
    </message>
    <message>
        <source>打印通讯录墙表</source>
        <translation>Print the wall list</translation>
    </message>
    <message>
        <source>把全部单位的联系电话、次序和值班打印成墙表，或存为 PDF</source>
        <translation>Print every body&apos;s telephones, order of trying and duty for the wall, or save them as PDF</translation>
    </message>
    <message>
        <source>微预案提问</source>
        <translation>Ask by checklist</translation>
    </message>
    <message>
        <source>转到正在填写的警单下一个必问事项；按数字或 Y、N 作答</source>
        <translation>Go to what must be asked next for the sheet being filled; answer by digits or Y and N</translation>
    </message>
    <message>
        <source>微预案清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>转到选中警情这一步的微预案清单：派警、到场、反馈</source>
        <translation>Go to the selected incident&apos;s checklist of this step: dispatch, on scene, feedback</translation>
    </message>
    <message>
        <source>作答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>按序号选定答案，并转到下一个必问事项</source>
        <translation>Choose an answer by its digit and go to what must be asked next</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>回答“是”或“已做”</source>
        <translation>Answer “yes” or “done”</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>回答“否”或“不需要”</source>
        <translation>Answer “no” or “not needed”</translation>
    </message>
    <message>
        <source>写答案</source>
        <translation>Write the answer</translation>
    </message>
    <message>
        <source>要写文字的转到文字框，再按一次记下；其他的转到下一项</source>
        <translation>Go to the line where words are asked for, press again to keep them; else go on to the next item</translation>
    </message>
    <message>
        <source>撤回答案</source>
        <translation>Take back the answer</translation>
    </message>
    <message>
        <source>撤回当前一项的答案</source>
        <translation>Take back the answer to this item</translation>
    </message>
    <message>
        <source>回到原处</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>回到填写的一项或警情详情</source>
        <translation>Go back to the field being filled or to the details</translation>
    </message>
    <message>
        <source>画封路</source>
        <translation>Draw a closure</translation>
    </message>
    <message>
        <source>在地图上画一条封闭的道路或一片封闭的地方；路线随即避开</source>
        <translation>Draw a closed road or a closed area on the map; routes avoid it at once</translation>
    </message>
    <message>
        <source>画警戒区</source>
        <translation>Draw a cordon</translation>
    </message>
    <message>
        <source>在地图上画警戒、疏散、搜索等区域：多边形或圆</source>
        <translation>Draw a cordon, evacuation or search area on the map: polygon or circle</translation>
    </message>
    <message>
        <source>封路与警戒区</source>
        <translation>Closures and cordons</translation>
    </message>
    <message>
        <source>列出封路和警戒区：在图上看、修改、解除</source>
        <translation>List closures and cordons: show, change, lift</translation>
    </message>
    <message>
        <source>换形状</source>
        <translation>Other shape</translation>
    </message>
    <message>
        <source>画封路或警戒区时，在线、面、圆之间换</source>
        <translation>While drawing a closure or cordon: line, area or circle</translation>
    </message>
    <message>
        <source>画完</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>画封路或警戒区时，画完并登记；双击也可</source>
        <translation>While drawing a closure or cordon: finish and enter it; a double click too</translation>
    </message>
    <message>
        <source>在图上看</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <source>把地图转到当前的封路或警戒区</source>
        <translation>Bring the current closure or cordon into view</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>修改当前的封路或警戒区：原因、时间、说明</source>
        <translation>Change the current closure or cordon: reason, times, note</translation>
    </message>
    <message>
        <source>解除</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>解除当前的封路或警戒区，须说明原因；记录保留</source>
        <translation>Lift the current closure or cordon, with a reason; the record stays</translation>
    </message>
    <message>
        <source>可达圈</source>
        <translation>Reach rings</translation>
    </message>
    <message>
        <source>画出选中警力几分钟能开到哪里，或几分钟能开到选中警情的地方；再按一次收起</source>
        <translation>Draws how far the selected unit gets within some minutes, or from where one can be at the selected incident; again takes it off</translation>
    </message>
    <message>
        <source>已答复催办</source>
        <translation>Reminder answered</translation>
    </message>
    <message>
        <source>选中的警力或警情已用电台、电话答复，这一步不再催办</source>
        <translation>The selected unit or incident has answered by radio or telephone: no more reminders of this step</translation>
    </message>
    <message>
        <source>时段表</source>
        <translation>Band tables</translation>
    </message>
    <message>
        <source>签收、出警、到场、反馈的时段表，按警力或单位，可导出</source>
        <translation>How long signature, departure, arrival and feedback took, by unit or body; may be exported</translation>
    </message>
    <message>
        <source>叠加图层</source>
        <translation>Overlays</translation>
    </message>
    <message>
        <source>导入 GeoJSON、KML、GPX、Shapefile 叠在地图上；显示、隐藏、移除</source>
        <translation>Import GeoJSON, KML, GPX or shapefiles as layers of the map; show, hide, remove</translation>
    </message>
    <message>
        <source>导出所画图形</source>
        <translation>Export drawings</translation>
    </message>
    <message>
        <source>把封路、警戒区和正在量的线写成 GeoJSON 或 GPX</source>
        <translation>Write closures, cordons and the line being measured as GeoJSON or GPX</translation>
    </message>
    <message>
        <source>导入图层</source>
        <translation>Import a layer</translation>
    </message>
    <message>
        <source>选一个文件作为叠加图层</source>
        <translation>Choose a file as an overlay</translation>
    </message>
    <message>
        <source>显示或隐藏</source>
        <translation>Show or hide</translation>
    </message>
    <message>
        <source>显示或隐藏当前图层；回车在图上看</source>
        <translation>Show or hide the current layer; Enter brings it into view</translation>
    </message>
    <message>
        <source>换样式</source>
        <translation>Other look</translation>
    </message>
    <message>
        <source>换当前图层的颜色和线型</source>
        <translation>Another colour and line for the current layer</translation>
    </message>
    <message>
        <source>移除图层</source>
        <translation>Remove a layer</translation>
    </message>
    <message>
        <source>移除当前图层；原文件不动</source>
        <translation>Remove the current layer; its file stays</translation>
    </message>
    <message>
        <source>升级出动</source>
        <translation>Raise the alarm</translation>
    </message>
    <message>
        <source>把选中警情按预案升到下一出动级别，并派出那一级的警力</source>
        <translation>Raise the selected incident to the next alarm level of its plan and send that level&apos;s units</translation>
    </message>
    <message>
        <source>覆盖薄弱处</source>
        <translation>Thin cover</translation>
    </message>
    <message>
        <source>在地图上显示或隐藏几分钟内没有空闲警力能到的地方</source>
        <translation>Show or hide on the map where no free unit can be within minutes</translation>
    </message>
    <message>
        <source>按预案派出</source>
        <translation>Send the proposal</translation>
    </message>
    <message>
        <source>把建议的警力（标 ★ 的）一次全部派出</source>
        <translation>Send all units that are proposed (marked ★) at once</translation>
    </message>
    <message>
        <source>地点别名</source>
        <translation>Aliases of places</translation>
    </message>
    <message>
        <source>列出地点别名：在图上看、改名、停用</source>
        <translation>List the aliases of places: show, rename, retire</translation>
    </message>
    <message>
        <source>把地图转到当前别名的地点</source>
        <translation>Bring the place of the current alias into view</translation>
    </message>
    <message>
        <source>修改别名</source>
        <translation>Change alias</translation>
    </message>
    <message>
        <source>修改当前别名和它指的地方</source>
        <translation>Change the current alias and what it stands for</translation>
    </message>
    <message>
        <source>停用当前别名，记录保留</source>
        <translation>Take the current alias out of use; the record stays</translation>
    </message>
    <message>
        <source>出动预案…</source>
        <translation>Response plans…</translation>
    </message>
    <message>
        <source>查看出动预案和现有警力的缺口，导入或导出</source>
        <translation>See the response plans and what the units on duty cannot give; import or export them</translation>
    </message>
    <message>
        <source>止付</source>
        <translation>Stop a payment</translation>
    </message>
    <message>
        <source>为选中警单填写或修改止付单；填全后确定即提交，并转到止付单</source>
        <translation>Write or change the stop order of the selected sheet; a whole one is sent at once, and the keyboard goes to it</translation>
    </message>
    <message>
        <source>提交止付</source>
        <translation>Send the stop order</translation>
    </message>
    <message>
        <source>把止付单提交给反诈中心；缺的项会说出来</source>
        <translation>Send the stop order to the anti-fraud centre; what is missing is named</translation>
    </message>
    <message>
        <source>止付受理</source>
        <translation>Stop order taken</translation>
    </message>
    <message>
        <source>反诈中心已受理止付单</source>
        <translation>The anti-fraud centre has taken the stop order</translation>
    </message>
    <message>
        <source>止付结果</source>
        <translation>Result of the stop</translation>
    </message>
    <message>
        <source>登记止付金额和结果；已止付的登记到期后的处理</source>
        <translation>Take down the sum stopped and the result; for a running hold what followed it</translation>
    </message>
    <message>
        <source>撤销止付</source>
        <translation>Withdraw the stop order</translation>
    </message>
    <message>
        <source>撤销止付单，须说明原因</source>
        <translation>Withdraw the stop order, with the reason</translation>
    </message>
    <message>
        <source>微预案编辑</source>
        <translation>Edit checklists</translation>
    </message>
    <message>
        <source>查看、修改、导入、导出微预案；保存即成新版本，在办的警单不变</source>
        <translation>See, change, import and export checklists; what is saved is a new version, open sheets keep theirs</translation>
    </message>
    <message>
        <source>联动出发</source>
        <translation>Agency sets out</translation>
    </message>
    <message>
        <source>联动单位的人已出发</source>
        <translation>The agency&apos;s people have set out</translation>
    </message>
    <message>
        <source>答复警力请求</source>
        <translation>Answer call for police</translation>
    </message>
    <message>
        <source>记下怎样答复联动单位请求警力到场</source>
        <translation>Note how an agency&apos;s call for police was answered</translation>
    </message>
    <message>
        <source>已电话通知</source>
        <translation>Told by phone</translation>
    </message>
    <message>
        <source>终端无应答的联动单位已用电话通知，可写下对方的话</source>
        <translation>An agency whose terminal does not answer was told by telephone; its words can be noted</translation>
    </message>
    <message>
        <source>请求警力</source>
        <translation>Call police</translation>
    </message>
    <message>
        <source>联动单位请求警力到场，须说明情况</source>
        <translation>The agency wants police on scene and says why</translation>
    </message>
    <message>
        <source>附照片</source>
        <translation>Attach photo</translation>
    </message>
    <message>
        <source>给联动单位的反馈附照片，JPEG 或 PNG</source>
        <translation>Add photos to the agency&apos;s feedback, JPEG or PNG</translation>
    </message>
    <message>
        <source>看照片</source>
        <translation>See photos</translation>
    </message>
    <message>
        <source>看联动单位反馈所附的照片，再按一次看下一张</source>
        <translation>See the photos of an agency&apos;s feedback; once more for the next</translation>
    </message>
    <message>
        <source>转12345</source>
        <translation>To 12345</translation>
    </message>
    <message>
        <source>把选中警单一键转给12345热线，内容取自警单；1、2级不能转</source>
        <translation>Hand the selected sheet to the 12345 hotline by one key, with what the sheet says; levels 1 and 2 cannot go</translation>
    </message>
    <message>
        <source>移车</source>
        <translation>Move a car</translation>
    </message>
    <message>
        <source>填车牌，把选中警单发给移车服务；移不成的照常派警</source>
        <translation>Give the plate and send the selected sheet to car moving; what cannot be moved is dispatched as usual</translation>
    </message>
    <message>
        <source>三方通话</source>
        <translation>Three-way call</translation>
    </message>
    <message>
        <source>记下报警人、110与12345正在三方通话</source>
        <translation>Note that caller, 110 and 12345 talk together</translation>
    </message>
    <message>
        <source>商定由谁办理</source>
        <translation>Agree who takes it</translation>
    </message>
    <message>
        <source>记下两台商定由110还是对方办理</source>
        <translation>Note whether the two desks agreed on 110 or on the other one</translation>
    </message>
    <message>
        <source>分流回访</source>
        <translation>Visit back a diversion</translation>
    </message>
    <message>
        <source>对方反馈后回访报警人：满意、基本满意、不满意</source>
        <translation>Ask the caller after the other desk&apos;s feedback: content, more or less, not content</translation>
    </message>
    <message>
        <source>补录话务</source>
        <translation>Complete the call</translation>
    </message>
    <message>
        <source>通话结束后补上录音编号；回拨的还可补上对方何时振铃</source>
        <translation>Once a call is over enter its recording number, and for a call back when the telephone rang there</translation>
    </message>
    <message>
        <source>预警指令</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>列出待办的反诈预警和时限：登记、签收、填写结果、导入</source>
        <translation>List the warnings of fraud with their clocks: write down, take, give the result, import</translation>
    </message>
    <message>
        <source>登记预警</source>
        <translation>Write a warning down</translation>
    </message>
    <message>
        <source>登记一条口头或来文的预警；紧急的同时打开警单草稿</source>
        <translation>Write down a warning that came by word or letter; an urgent one opens the draft of a sheet</translation>
    </message>
    <message>
        <source>签收预警</source>
        <translation>Take a warning</translation>
    </message>
    <message>
        <source>由本人去联系、劝阻当前预警的人</source>
        <translation>I shall speak to the person of the current warning</translation>
    </message>
    <message>
        <source>预警结果</source>
        <translation>Result of a warning</translation>
    </message>
    <message>
        <source>填写当前预警的劝阻情况并办结</source>
        <translation>Say what came of the current warning and end it</translation>
    </message>
    <message>
        <source>预警的警单</source>
        <translation>Sheet of a warning</translation>
    </message>
    <message>
        <source>转到当前预警打开的警单</source>
        <translation>Go to the sheet that the current warning has opened</translation>
    </message>
    <message>
        <source>撤销预警</source>
        <translation>Call a warning off</translation>
    </message>
    <message>
        <source>撤销当前预警，须说明原因</source>
        <translation>Call the current warning off, with a reason</translation>
    </message>
    <message>
        <source>导入预警</source>
        <translation>Import warnings</translation>
    </message>
    <message>
        <source>从 CSV 文件接收预警；有一行不合格则一条都不收</source>
        <translation>Take warnings from a CSV file; nothing is taken where one line will not do</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>地址、路口、里程桩，或粘贴坐标</source>
        <translation>Address, crossing, kilometre post, or pasted coordinates</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>{name}（“{words}”）</source>
        <translation>{name} (“{words}”)</translation>
    </message>
    <message>
        <source>“{name}”的默认级别</source>
        <translation>the usual level of “{name}”</translation>
    </message>
    <message>
        <source>唯一可派</source>
        <translation>the only one that can go</translation>
    </message>
    <message>
        <source>符合预案要求</source>
        <translation>fits the plan</translation>
    </message>
    <message>
        <source>位置已知</source>
        <translation>its place is known</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>free</translation>
    </message>
    <message>
        <source>最快，早 {span}</source>
        <translation>soonest, by {span}</translation>
    </message>
    <message>
        <source>时间相当，本警区</source>
        <translation>about equal, own beat</translation>
    </message>
    <message>
        <source>时间相当，本辖区</source>
        <translation>about equal, own area</translation>
    </message>
    <message>
        <source>时间相当，少派 {count} 次</source>
        <translation>about equal, {count} orders fewer</translation>
    </message>
    <message>
        <source>时间相当，已休息</source>
        <translation>about equal, rested</translation>
    </message>
    <message>
        <source>条件相同，按呼号</source>
        <translation>all equal, by call sign</translation>
    </message>
    <message>
        <source>不符合预案要求</source>
        <translation>does not fit the plan</translation>
    </message>
    <message>
        <source>位置不明，排后</source>
        <translation>place unknown, so later</translation>
    </message>
    <message>
        <source>在警，排后</source>
        <translation>busy, so later</translation>
    </message>
    <message>
        <source>比上一支晚 {span}</source>
        <translation>{span} after the one above</translation>
    </message>
    <message>
        <source>时间相当，非本警区</source>
        <translation>about equal, another beat</translation>
    </message>
    <message>
        <source>时间相当，非本辖区</source>
        <translation>about equal, another area</translation>
    </message>
    <message>
        <source>时间相当，多派 {count} 次</source>
        <translation>about equal, {count} orders more</translation>
    </message>
    <message>
        <source>时间相当，休息不足</source>
        <translation>about equal, little rest</translation>
    </message>
    <message>
        <source>没有预案要的能力</source>
        <translation>cannot what the plan wants</translation>
    </message>
    <message>
        <source>不足 {count} 人</source>
        <translation>fewer than {count} people</translation>
    </message>
    <message>
        <source>位置是 {span} 前的</source>
        <translation>position is {span} old</translation>
    </message>
    <message>
        <source>位置不明</source>
        <translation>place unknown</translation>
    </message>
    <message>
        <source>在处警，预计 {span} 后可用</source>
        <translation>on scene, expected free in {span}</translation>
    </message>
    <message>
        <source>在赴另一警情，须改派</source>
        <translation>on its way elsewhere, has to be moved</translation>
    </message>
    <message>
        <source>刚处完警，近来第 {count} 次</source>
        <translation>just back, order {count} of late</translation>
    </message>
    <message>
        <source>{span} 到（{low}–{high}）</source>
        <translation>there in {span} ({low}–{high})</translation>
    </message>
    <message>
        <source>估 {span} 到（{low}–{high}）</source>
        <translation>there in about {span} ({low}–{high})</translation>
    </message>
    <message>
        <source>{minutes} 分钟覆盖降 {points} 点</source>
        <translation>{minutes}-minute cover falls by {points} points</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>AgencyWindow</name>
    <message>
        <source>请先选中一条指令。</source>
        <translation>Choose an order first.</translation>
    </message>
    <message>
        <source>指令现在是“{state}”，这一步不适用。</source>
        <translation>The order is “{state}” now; this step does not fit.</translation>
    </message>
    <message>
        <source>联动单位 {code} · 漳州110</source>
        <translation>Linked body {code} · Zhangzhou 110</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>出发</source>
        <translation>Set out</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feed back</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>请求警力</source>
        <translation>Call police</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>没有指令。接警台发来的指令会自动出现在这里。</source>
        <translation>No orders. What the desk sends appears here by itself.</translation>
    </message>
    <message>
        <source>{code} · 在办 {count} 条 · {now}</source>
        <translation>{code} · {count} open · {now}</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>接警台没有采用上一条答复：{why}</source>
        <translation>The desk did not take the last answer: {why}</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>一级出动</source>
        <translation>First alarm</translation>
    </message>
    <message>
        <source>二级出动</source>
        <translation>Second alarm</translation>
    </message>
    <message>
        <source>三级出动</source>
        <translation>Third alarm</translation>
    </message>
    <message>
        <source>预案“{plan}”{level}：{wanted} → ★ {units}</source>
        <translation>Plan “{plan}”, {level}: {wanted} → ★ {units}</translation>
    </message>
    <message>
        <source>无人可派</source>
        <translation>nobody to send</translation>
    </message>
    <message>
        <source>；缺 {missing}</source>
        <translation>; missing {missing}</translation>
    </message>
    <message>
        <source>；备勤 {units}</source>
        <translation>; standing by {units}</translation>
    </message>
    <message>
        <source>{level}：已派 {units}{missing}</source>
        <translation>{level}: sent {units}{missing}</translation>
    </message>
    <message>
        <source>预案“{plan}”没有更高的出动级别。</source>
        <translation>Plan “{plan}” has no higher alarm level.</translation>
    </message>
    <message>
        <source>没有适用的预案。</source>
        <translation>No plan fits.</translation>
    </message>
</context>
<context>
    <name>AlarmRaiser</name>
    <message>
        <source>请先在队列中选中要派警的警情。</source>
        <translation>First select the incident in the queue.</translation>
    </message>
    <message>
        <source>这张警单现在是“%1”，不能派警。</source>
        <translation>This sheet is “%1” now; no units can be sent.</translation>
    </message>
</context>
<context>
    <name>AliasList</name>
    <message>
        <source>修改别名</source>
        <translation>Change alias</translation>
    </message>
    <message>
        <source>指的是</source>
        <translation>Stands for</translation>
    </message>
    <message>
        <source>所在区划</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>别名</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>经纬度</source>
        <translation>Longitude, latitude</translation>
    </message>
    <message>
        <source>地点别名</source>
        <translation>Aliases of places</translation>
    </message>
    <message>
        <source>还没有别名。接警单选点后可以把地址存为别名。</source>
        <translation>No aliases yet. With a point picked, a sheet can keep its address as an alias.</translation>
    </message>
    <message>
        <source>在图上看</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retire</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>请写数字，如 35000、3.5万、三万五。</source>
        <translation>Write a number such as 35000, or Chinese words for one.</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>已做</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不需要</source>
        <translation>Not needed</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>没有打开的警单，没有要问的。</source>
        <translation>No sheet is open: there is nothing to ask.</translation>
    </message>
    <message>
        <source>先选警情类别；没有对应微预案的类别不用问。</source>
        <translation>Choose the class first; where a class has no checklist there is nothing to ask.</translation>
    </message>
</context>
<context>
    <name>AskingPart</name>
    <message>
        <source>▲ 改为 %1 级：%2</source>
        <translation>▲ Set level %1: %2</translation>
    </message>
</context>
<context>
    <name>Awaited</name>
    <message>
        <source>未签收</source>
        <translation>not signed</translation>
    </message>
    <message>
        <source>未出警</source>
        <translation>not set out</translation>
    </message>
    <message>
        <source>未到场</source>
        <translation>not arrived</translation>
    </message>
    <message>
        <source>未反馈</source>
        <translation>not fed back</translation>
    </message>
    <message>
        <source>退单待决定</source>
        <translation>return undecided</translation>
    </message>
</context>
<context>
    <name>BandDialog</name>
    <message>
        <source>导出时段表</source>
        <translation>Export band tables</translation>
    </message>
    <message>
        <source>签收、出警、到场、反馈时段表</source>
        <translation>Bands of signature, departure, arrival and feedback</translation>
    </message>
    <message>
        <source>按警力</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>按单位</source>
        <translation>By body</translation>
    </message>
    <message>
        <source>最近 %1 小时</source>
        <translation>Last %1 h</translation>
    </message>
    <message>
        <source>导出 CSV…</source>
        <translation>Export CSV…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Bands</name>
    <message>
        <source>签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>出警</source>
        <translation>Set out</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Fed back</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
    <message>
        <source>分</source>
        <translation>min</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>h</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>All</translation>
    </message>
    <message>
        <source>无所属</source>
        <translation>No body</translation>
    </message>
    <message>
        <source>派警</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>首档占比</source>
        <translation>First band</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit or body</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>关闭</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>派警</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>处结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>联动</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>流水</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>退单</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Ask back</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>指令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>待接警台收到</source>
        <translation>not yet at the desk</translation>
    </message>
    <message>
        <source>催办 ×{count}</source>
        <translation>reminded ×{count}</translation>
    </message>
    <message>
        <source>{step} 剩 {span}</source>
        <translation>{step}: {span} left</translation>
    </message>
    <message>
        <source>{step} 超 {span}</source>
        <translation>{step}: {span} over</translation>
    </message>
    <message>
        <source>已请求警力</source>
        <translation>police called</translation>
    </message>
</context>
<context>
    <name>BodyCard</name>
    <message>
        <source>承办：%1</source>
        <translation>Takes: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>发联动指令</source>
        <translation>Send an order</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>拨打</source>
        <translation>Dial</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>%1 起改找 %2 %3</source>
        <translation>from %1 ring %2 %3</translation>
    </message>
    <message>
        <source>服务区域：%1</source>
        <translation>Serves: %1</translation>
    </message>
    <message>
        <source>有效期：%1 至 %2（不含）</source>
        <translation>Valid: from %1, until before %2</translation>
    </message>
</context>
<context>
    <name>Branch</name>
    <message>
        <source>主单</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>并入本单</source>
        <translation>Merged in</translation>
    </message>
    <message>
        <source>已并入</source>
        <translation>Merged into</translation>
    </message>
</context>
<context>
    <name>BranchList</name>
    <message>
        <source>转到</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>取消并单</source>
        <translation>Undo merge</translation>
    </message>
    <message>
        <source>解除关联</source>
        <translation>Unlink</translation>
    </message>
</context>
<context>
    <name>CallLine</name>
    <message>
        <source>等待 {span}</source>
        <translation>waited {span}</translation>
    </message>
    <message>
        <source>通话 {span}</source>
        <translation>talked {span}</translation>
    </message>
    <message>
        <source>录音 {name}</source>
        <translation>recording {name}</translation>
    </message>
    <message>
        <source>队列 {name}</source>
        <translation>queue {name}</translation>
    </message>
    <message>
        <source>对方振铃 {time}</source>
        <translation>their phone rang {time}</translation>
    </message>
    <message>
        <source>回拨（呼出）</source>
        <translation>Call back (outgoing)</translation>
    </message>
    <message>
        <source>呼出</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>已回拨</source>
        <translation>called back</translation>
    </message>
    <message>
        <source>⚠ 骚扰标记</source>
        <translation>⚠ Nuisance mark</translation>
    </message>
    <message>
        <source>对方挂机</source>
        <translation>caller hung up</translation>
    </message>
    <message>
        <source>本席挂机</source>
        <translation>desk hung up</translation>
    </message>
    <message>
        <source>掉线</source>
        <translation>line lost</translation>
    </message>
</context>
<context>
    <name>CallPane</name>
    <message>
        <source>▲ 另有 {count} 个来电等待</source>
        <translation>▲ {count} more ringing</translation>
    </message>
    <message>
        <source>另有 {count} 个未接来电</source>
        <translation>{count} more missed</translation>
    </message>
    <message>
        <source>无来电</source>
        <translation>No calls</translation>
    </message>
    <message>
        <source>现在没有等待接听的来电。不经来电的按 {key} 新建警单。</source>
        <translation>No call is waiting. Press {key} for a sheet without a call.</translation>
    </message>
    <message>
        <source>有几个通话，请先选中要挂断的那一张警单。</source>
        <translation>There are several calls; select the sheet of the one to end first.</translation>
    </message>
    <message>
        <source>现在没有通话。</source>
        <translation>There is no call to end.</translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>无号码</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>已定位</source>
        <translation>Located</translation>
    </message>
    <message>
        <source>已定位 ±{metres} 米</source>
        <translation>Located ±{metres} m</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>振铃 {span}</source>
        <translation>Ringing {span}</translation>
    </message>
    <message>
        <source>▲振铃 {span}</source>
        <translation>▲Ringing {span}</translation>
    </message>
    <message>
        <source>通话 {span}</source>
        <translation>Talking {span}</translation>
    </message>
    <message>
        <source>▲未接 {span} 前</source>
        <translation>▲Missed {span} ago</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>静音</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>接听</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>挂断</source>
        <translation>Hang up</translation>
    </message>
    <message>
        <source>回拨</source>
        <translation>Ring back</translation>
    </message>
    <message>
        <source>已回拨</source>
        <translation>Rung back</translation>
    </message>
    <message>
        <source>不再为现有来电响铃；新来电仍会响铃</source>
        <translation>Stop ringing for the calls waiting now; a new call will ring again</translation>
    </message>
    <message>
        <source>⚠ 曾标骚扰</source>
        <translation>⚠ Marked as nuisance</translation>
    </message>
    <message>
        <source>▲未接 {span} 前 超时未回拨</source>
        <translation>▲ missed {span} ago, call back overdue</translation>
    </message>
    <message>
        <source>已试 {count} 次</source>
        <translation>tried {count}×</translation>
    </message>
    <message>
        <source>没人接</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>派警核查</source>
        <translation>Send to verify</translation>
    </message>
</context>
<context>
    <name>ChaseWatch</name>
    <message>
        <source>等 {count} 条</source>
        <translation>and more, {count} in all</translation>
    </message>
    <message>
        <source>催办联动单位，报指挥长：{told}</source>
        <translation>Agencies reminded, told to the commander: {told}</translation>
    </message>
    <message>
        <source>催办联动单位：{told}</source>
        <translation>Agencies reminded: {told}</translation>
    </message>
    <message>
        <source>{agency} 的终端无应答，请打电话通知（通讯录 {key}），再记下。</source>
        <translation>The terminal of {agency} does not answer: ring them (directory {key}), then note it.</translation>
    </message>
</context>
<context>
    <name>CheckInWatch</name>
    <message>
        <source>签到逾期：%1。请呼叫，回答后按签到键。</source>
        <translation>Check-in overdue: %1. Call them; when they answer, check them in.</translation>
    </message>
    <message>
        <source>▲ %1 签到逾期仍无回答！</source>
        <translation>▲ %1 overdue and still no answer!</translation>
    </message>
</context>
<context>
    <name>ChecklistDialog</name>
    <message>
        <source>已写入 %1</source>
        <translation>Written to %1</translation>
    </message>
    <message>
        <source>新增 %1，新版本 %2，未变 %3。在办的警单仍用原来的版本。</source>
        <translation>%1 new, %2 new versions, %3 unchanged. Open sheets keep the version they began with.</translation>
    </message>
    <message>
        <source>第 %1 行：%2</source>
        <translation>Line %1: %2</translation>
    </message>
    <message>
        <source>共 %1 处</source>
        <translation>%1 in all</translation>
    </message>
    <message>
        <source>没有可保存的内容。</source>
        <translation>There is nothing to save.</translation>
    </message>
    <message>
        <source>导入微预案</source>
        <translation>Import checklists</translation>
    </message>
    <message>
        <source>导出微预案</source>
        <translation>Export checklists</translation>
    </message>
    <message>
        <source>微预案</source>
        <translation>Checklists</translation>
    </message>
    <message>
        <source>加一行</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>删去此行</source>
        <translation>Remove this line</translation>
    </message>
    <message>
        <source>保存为新版本</source>
        <translation>Save as new version</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ChecklistTable</name>
    <message>
        <source>预案代码</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>英文名称</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>警情类别</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>报警用词</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>问题代码</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>必问</source>
        <translation>Must</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>英文问题</source>
        <translation>English question</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>所需能力</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Marks</translation>
    </message>
</context>
<context>
    <name>ChecklistView</name>
    <message>
        <source>微预案</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>选好类别后显示必问事项</source>
        <translation>What must be asked appears with the class</translation>
    </message>
    <message>
        <source>必问还差 %1</source>
        <translation>%1 still to ask</translation>
    </message>
    <message>
        <source>✓ 必问已齐</source>
        <translation>✓ All asked</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>已在本警情</source>
        <translation>Already at this incident</translation>
    </message>
    <message>
        <source>{state}，不能派警</source>
        <translation>{state}: cannot be sent</translation>
    </message>
    <message>
        <source>{number} {address}</source>
        <translation>{number} {address}</translation>
    </message>
    <message>
        <source>选</source>
        <translation>Pick</translation>
    </message>
    <message>
        <source>呼号</source>
        <translation>Call sign</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>估计到达</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>巡区</source>
        <translation>Beat</translation>
    </message>
    <message>
        <source>与投诉有关，须回避</source>
        <translation>concerned by a complaint, kept away</translation>
    </message>
    <message>
        <source>理由、在办</source>
        <translation>Why, or what it does</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>报警日期</source>
        <translation>Reported on</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>District</translation>
    </message>
    <message>
        <source>从这一天起</source>
        <translation>From this day</translation>
    </message>
    <message>
        <source>到这一天止</source>
        <translation>To this day</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>派警力去一起警情；不写警情就是选中的</source>
        <translation>Send units to an incident; without one to the selected</translation>
    </message>
    <message>
        <source>把在警的警力改派到另一起警情</source>
        <translation>Move a unit on a job to another incident</translation>
    </message>
    <message>
        <source>指令已送达警力</source>
        <translation>The order has reached the units</translation>
    </message>
    <message>
        <source>警力签收；申请退单的，不同意退单</source>
        <translation>Units sign; where a return is asked for, refuse it</translation>
    </message>
    <message>
        <source>警力出警</source>
        <translation>Units set out</translation>
    </message>
    <message>
        <source>警力到场</source>
        <translation>Units arrive</translation>
    </message>
    <message>
        <source>警力处理完毕</source>
        <translation>Units are finished</translation>
    </message>
    <message>
        <source>同意警力退单</source>
        <translation>Grant the units&apos; return</translation>
    </message>
    <message>
        <source>警力申请退单，后面写原因</source>
        <translation>A unit asks to be relieved; the reason follows</translation>
    </message>
    <message>
        <source>618 车辆故障</source>
        <translation>618 engine trouble</translation>
    </message>
    <message>
        <source>撤回派警，后面写原因</source>
        <translation>Call a unit off; the reason follows</translation>
    </message>
    <message>
        <source>618 重复派警</source>
        <translation>618 ordered twice</translation>
    </message>
    <message>
        <source>设为主处警力量</source>
        <translation>Make it the main unit</translation>
    </message>
    <message>
        <source>警力备勤</source>
        <translation>Units on standby</translation>
    </message>
    <message>
        <source>警力巡逻</source>
        <translation>Units on patrol</translation>
    </message>
    <message>
        <source>警力返回途中</source>
        <translation>Units on their way back</translation>
    </message>
    <message>
        <source>警力押解护送</source>
        <translation>Units escort</translation>
    </message>
    <message>
        <source>警力暂离，不派警</source>
        <translation>Units paused, not to be sent</translation>
    </message>
    <message>
        <source>警力离线下班</source>
        <translation>Units off duty</translation>
    </message>
    <message>
        <source>警力紧急求助</source>
        <translation>Units need help</translation>
    </message>
    <message>
        <source>填写反馈：警情、处理结果、处置情况</source>
        <translation>Feedback: incident, result, what was done</translation>
    </message>
    <message>
        <source>12 现场调解 已劝解</source>
        <translation>12 D11 settled</translation>
    </message>
    <message>
        <source>处结警情：处理结果、说明</source>
        <translation>Close an incident: result, remark</translation>
    </message>
    <message>
        <source>12 现场调解</source>
        <translation>12 D11</translation>
    </message>
    <message>
        <source>在警情的流水中记一条</source>
        <translation>Write a note into the timeline</translation>
    </message>
    <message>
        <source>12 已通知家属</source>
        <translation>12 the family knows</translation>
    </message>
    <message>
        <source>打开警情详情</source>
        <translation>Open an incident&apos;s details</translation>
    </message>
    <message>
        <source>选中警力，在警力表和地图上看</source>
        <translation>Select a unit, on the board and the map</translation>
    </message>
    <message>
        <source>在全部警单中查找</source>
        <translation>Search all sheets</translation>
    </message>
    <message>
        <source>张三</source>
        <translation>Zhang San</translation>
    </message>
    <message>
        <source>没有呼号含“{word}”的警力。</source>
        <translation>No unit has “{word}” in its call sign.</translation>
    </message>
    <message>
        <source>没有单号以“{word}”结尾或地址含“{word}”的在办警情。</source>
        <translation>No open incident has a number ending in “{word}” or “{word}” in its address.</translation>
    </message>
    <message>
        <source>没有叫“{word}”的处理结果。</source>
        <translation>There is no result called “{word}”.</translation>
    </message>
    <message>
        <source>不认识“{word}”。输入动作的名称、拼音或首字母，如 {example}。</source>
        <translation>“{word}” is unknown. Type the name of an action, its pinyin or initials, such as {example}.</translation>
    </message>
    <message>
        <source>还要写警力呼号，或先选中警力。例：{example}</source>
        <translation>A call sign is missing, or select a unit first. Example: {example}</translation>
    </message>
    <message>
        <source>还要写警情的单号尾数，或先选中警情。例：{example}</source>
        <translation>The end of a sheet number is missing, or select an incident first. Example: {example}</translation>
    </message>
    <message>
        <source>还要写内容。例：{example}</source>
        <translation>Words are missing. Example: {example}</translation>
    </message>
    <message>
        <source>还要写处理结果。例：{example}</source>
        <translation>The result is missing. Example: {example}</translation>
    </message>
    <message>
        <source>还要写原因。例：{example}</source>
        <translation>The reason is missing. Example: {example}</translation>
    </message>
    <message>
        <source>“{word}”多余。例：{example}</source>
        <translation>“{word}” is too much. Example: {example}</translation>
    </message>
    <message>
        <source>{unit} 不在处警，先派警。</source>
        <translation>{unit} has no job; send it first.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>派 {units} → {sheet}</source>
        <translation>Send {units} → {sheet}</translation>
    </message>
    <message>
        <source>{unit} 由 {before} 改派 → {sheet}</source>
        <translation>Move {unit} from {before} → {sheet}</translation>
    </message>
    <message>
        <source>{units} {step}</source>
        <translation>{units} {step}</translation>
    </message>
    <message>
        <source>{units} {step}：{words}</source>
        <translation>{units} {step}: {words}</translation>
    </message>
    <message>
        <source>{unit} 设为主处警力量：{sheet}</source>
        <translation>{unit} becomes main unit: {sheet}</translation>
    </message>
    <message>
        <source>打开 {sheet}</source>
        <translation>Open {sheet}</translation>
    </message>
    <message>
        <source>选中 {unit}</source>
        <translation>Select {unit}</translation>
    </message>
    <message>
        <source>记入 {sheet}：{words}</source>
        <translation>Note to {sheet}: {words}</translation>
    </message>
    <message>
        <source>处结 {sheet}：{result} {words}</source>
        <translation>Close {sheet}: {result} {words}</translation>
    </message>
    <message>
        <source>反馈 {sheet}：{result} {words}</source>
        <translation>Feedback on {sheet}: {result} {words}</translation>
    </message>
    <message>
        <source>查找“{words}”</source>
        <translation>Search for “{words}”</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>动作名、拼音或首字母；派 618 12、到 618、结 12 现场调解、找 张三</source>
        <translation>Name of an action; send 618 12, arrive 618, close 12 D11, find Zhang San</translation>
    </message>
    <message>
        <source>命令行</source>
        <translation>Command line</translation>
    </message>
    <message>
        <source>命令行的选项</source>
        <translation>Choices of the command line</translation>
    </message>
    <message>
        <source>还有更多，请再写几个字。</source>
        <translation>There are more; type some more letters.</translation>
    </message>
    <message>
        <source>有几种可能，用 {previous} {next} 选一条再按 {run}。</source>
        <translation>It may mean several things: choose one with {previous} {next} and press {run}.</translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source>只能填 0 到 %1 的整数。</source>
        <translation>Whole numbers from 0 to %1 only.</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>{agency} 发来的一条消息不能采用，已另存：{why}</source>
        <translation>A message of {agency} could not be taken and was set aside: {why}</translation>
    </message>
    <message>
        <source>{agency} 请求警力到场：{text}</source>
        <translation>{agency} calls for police: {text}</translation>
    </message>
    <message>
        <source>{agency} 退回指令：{text}</source>
        <translation>{agency} gives its order back: {text}</translation>
    </message>
    <message>
        <source>{agency} 已反馈：{text}</source>
        <translation>{agency} has fed back: {text}</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>{minutes} 分 · {distance}</source>
        <translation>{minutes} min · {distance}</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>覆盖 {share}%</source>
        <translation>Cover {share}%</translation>
    </message>
    <message>
        <source>预期有空闲警力按时赶到的报警所占的比例：{shares}。直线×系数估算，空闲警力被占用的概率按 {busy}% 计。需求：{basis}。</source>
        <translation>Share of calls that a free unit is expected to reach in time: {shares}. Estimated by straight lines × factor; the chance that a free unit is busy counts as {busy}%. Demand: {basis}.</translation>
    </message>
    <message>
        <source>{minutes} 分钟 {share}%</source>
        <translation>{minutes} min {share}%</translation>
    </message>
    <message>
        <source>本机历史警情 {count} 起</source>
        <translation>{count} sheets of this store</translation>
    </message>
    <message>
        <source>历史警情不足，按居民点和人口</source>
        <translation>too few sheets yet, so by places and their people</translation>
    </message>
    <message>
        <source>历史警情不足，按面积平均</source>
        <translation>too few sheets yet, so evenly over the area</translation>
    </message>
</context>
<context>
    <name>DetailsHead</name>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>保密</source>
        <translation>Confidential</translation>
    </message>
    <message>
        <source>重开 %1 次</source>
        <translation>Reopened ×%1</translation>
    </message>
    <message>
        <source>并入 %1 单</source>
        <translation>Merged in: %1</translation>
    </message>
    <message>
        <source>类别未定</source>
        <translation>Class not set</translation>
    </message>
    <message>
        <source>%1（反馈；接警时为 %2）</source>
        <translation>%1 (as fed back; taken as %2)</translation>
    </message>
    <message>
        <source>地址未填</source>
        <translation>No address</translation>
    </message>
    <message>
        <source>未选点，报警人在 %1</source>
        <translation>no place picked; caller at %1</translation>
    </message>
    <message>
        <source>没有坐标</source>
        <translation>no coordinates</translation>
    </message>
    <message>
        <source>接警</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>completed</translation>
    </message>
    <message>
        <source>首派</source>
        <translation>first sent</translation>
    </message>
    <message>
        <source>首到</source>
        <translation>first on scene</translation>
    </message>
    <message>
        <source>报警 %1</source>
        <translation>Reported %1</translation>
    </message>
    <message>
        <source>联系 %1</source>
        <translation>contact %1</translation>
    </message>
    <message>
        <source>机主 %1</source>
        <translation>subscriber %1</translation>
    </message>
    <message>
        <source>接警人 %1</source>
        <translation>taken by %1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>处结 %1 · %2</source>
        <translation>Closed %1 · %2</translation>
    </message>
    <message>
        <source>作废 %1 · %2</source>
        <translation>Voided %1 · %2</translation>
    </message>
    <message>
        <source>已回访</source>
        <translation>Called back</translation>
    </message>
    <message>
        <source>建单 %1（席位 %2）%3</source>
        <translation>Made by %1 (seat %2) %3</translation>
    </message>
    <message>
        <source>最后修改 %1（席位 %2）%3</source>
        <translation>Last changed by %1 (seat %2) %3</translation>
    </message>
    <message>
        <source>⚠ 回访不满意</source>
        <translation>⚠ Caller not satisfied</translation>
    </message>
    <message>
        <source>回访 %1 · %2</source>
        <translation>Asked back %1 · %2</translation>
    </message>
    <message>
        <source>骚扰来电</source>
        <translation>Nuisance call</translation>
    </message>
</context>
<context>
    <name>DetailsLayout</name>
    <message>
        <source>在队列、地图或查找中选中一张警单</source>
        <translation>Select a sheet in the queue, on the map or in the search</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>话务</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>写流水（{note}），{write} 记入</source>
        <translation>Write a note ({note}), {write} records it</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>请先选中一张警单。</source>
        <translation>Select a sheet first.</translation>
    </message>
    <message>
        <source>警单 %1 现在是“%2”，不能这样做。</source>
        <translation>Sheet %1 is “%2” now; this cannot be done with it.</translation>
    </message>
    <message>
        <source>警单正在读取，请再按一次。</source>
        <translation>The sheet is being read. Press the key again.</translation>
    </message>
    <message>
        <source>警单 {number} 还没有联动指令。按 {key} 发送。</source>
        <translation>Sheet {number} has no agency orders yet. Press {key} to send one.</translation>
    </message>
    <message>
        <source>警单 %1 未记入的流水</source>
        <translation>Sheet %1: a note not entered</translation>
    </message>
    <message>
        <source>流水最多 %1 字，多出的没有填入。</source>
        <translation>A note has at most %1 characters; the rest was not taken.</translation>
    </message>
    <message>
        <source>来电 %1 已标为骚扰；以后照样能打进来，会带着标记。</source>
        <translation>Call %1 is marked as nuisance; the number still rings as before, and shows the mark.</translation>
    </message>
    <message>
        <source>已取消来电 %1 的骚扰标记。</source>
        <translation>The nuisance mark of call %1 is taken off.</translation>
    </message>
    <message>
        <source>警单 %1 没有可以划除的反馈。</source>
        <translation>Sheet %1 has no feedback to strike.</translation>
    </message>
    <message>
        <source>警单 %1 没有微预案。</source>
        <translation>Sheet %1 has no checklist.</translation>
    </message>
</context>
<context>
    <name>Dialler</name>
    <message>
        <source>正在拨打 %1 %2，号码已复制。</source>
        <translation>Dialling %1 %2; the number is on the clipboard.</translation>
    </message>
    <message>
        <source>拨号程序没有启动，请检查设置。%1 %2 的号码已复制。</source>
        <translation>The dialling program did not start: check the setting. The number of %1 (%2) is on the clipboard.</translation>
    </message>
    <message>
        <source>%1 %2 的号码已复制，请用话机拨打。</source>
        <translation>The number of %1 (%2) is on the clipboard: dial it on the telephone.</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>值班</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>● 值班中</source>
        <translation>● On duty</translation>
    </message>
    <message>
        <source>○ 非值班时间</source>
        <translation>○ Off duty</translation>
    </message>
    <message>
        <source>值班时间未登记</source>
        <translation>Hours not known</translation>
    </message>
    <message>
        <source>● 值到 {at}</source>
        <translation>● until {at}</translation>
    </message>
    <message>
        <source>○ 自 {at}</source>
        <translation>○ from {at}</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>现可拨打</source>
        <translation>Ring now</translation>
    </message>
    <message>
        <source>总机</source>
        <translation>Switchboard</translation>
    </message>
</context>
<context>
    <name>DirectoryForms</name>
    <message>
        <source>机构</source>
        <translation>Police body</translation>
    </message>
    <message>
        <source>联动单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>新增机构</source>
        <translation>New police body</translation>
    </message>
    <message>
        <source>新增联动单位</source>
        <translation>New agency</translation>
    </message>
    <message>
        <source>新增联系人：%1</source>
        <translation>New contact: %1</translation>
    </message>
    <message>
        <source>请先在通讯录中选中一个单位。</source>
        <translation>Select a body in the directory first.</translation>
    </message>
    <message>
        <source>修改联系人：%1</source>
        <translation>Change contact: %1</translation>
    </message>
    <message>
        <source>停用联系人：%1</source>
        <translation>Retire contact: %1</translation>
    </message>
    <message>
        <source>停用“%1”？它将离开通讯录，历史保留。</source>
        <translation>Retire “%1”? It leaves the directory; its history stays.</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>修改单位：%1</source>
        <translation>Change body: %1</translation>
    </message>
    <message>
        <source>停用单位：%1</source>
        <translation>Retire body: %1</translation>
    </message>
    <message>
        <source>通讯录已保存。</source>
        <translation>The directory is saved.</translation>
    </message>
    <message>
        <source>警区</source>
        <translation>Beat</translation>
    </message>
    <message>
        <source>责任民警</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>新增警区</source>
        <translation>New beat</translation>
    </message>
    <message>
        <source>修改警区：%1</source>
        <translation>Change beat: %1</translation>
    </message>
    <message>
        <source>停用警区：%1</source>
        <translation>Retire beat: %1</translation>
    </message>
    <message>
        <source>值班</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>值班人</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>新增值班：%1</source>
        <translation>New duty: %1</translation>
    </message>
</context>
<context>
    <name>DirectoryPane</name>
    <message>
        <source>没有登记承办此类警情的单位，请查找并选定联动单位。</source>
        <translation>No body is listed for this class. Find and choose a linked agency.</translation>
    </message>
    <message>
        <source>已恢复 %1 未发送的指令，请核对后发送。</source>
        <translation>What was written %1 and not sent is here again. Check it before sending.</translation>
    </message>
    <message>
        <source>警单 %1 未发送给 %2 的联动指令</source>
        <translation>Sheet %1: an order to %2 not sent</translation>
    </message>
    <message>
        <source>已向 %1 发出联动指令，请电话确认签收。</source>
        <translation>The order to %1 is sent. Ring them to confirm that they sign for it.</translation>
    </message>
    <message>
        <source>已复制 %1</source>
        <translation>%1 is on the clipboard</translation>
    </message>
    <message>
        <source>该单位已有一条指令，现在是“%1”。</source>
        <translation>This agency already has an order for the sheet; it is “%1” now.</translation>
    </message>
    <message>
        <source>请先选中一张在办的警单，再发联动指令。</source>
        <translation>Select an open sheet first, then send the order.</translation>
    </message>
    <message>
        <source>请先在通讯录中选中一个联动单位。</source>
        <translation>Select a linked agency in the directory first.</translation>
    </message>
    <message>
        <source>“%1”不是联动单位，请电话联系。</source>
        <translation>“%1” is not a linked agency; ring them instead.</translation>
    </message>
    <message>
        <source>警单现在是“%1”，不能发联动指令。</source>
        <translation>The sheet is “%1” now; no order can be sent.</translation>
    </message>
    <message>
        <source>联动指令 → %1（警单 %2）</source>
        <translation>Order → %1 (sheet %2)</translation>
    </message>
    <message>
        <source>没有符合的单位</source>
        <translation>Nothing in the directory matches</translation>
    </message>
    <message>
        <source>请在通讯录中选中一个有电话的单位。</source>
        <translation>Select a body with a telephone in the directory.</translation>
    </message>
    <message>
        <source>找到 %1 个，只列出前 %2 个，请再输入几个字。</source>
        <translation>%1 found, the first %2 shown: type a little more.</translation>
    </message>
    <message>
        <source>通讯录还是空的。请用“导入资料”（%1）从 CSV 文件导入，或用“新增单位”（%2）逐个登记。</source>
        <translation>The directory is empty. Import it from a CSV file (%1), or enter bodies one by one (%2).</translation>
    </message>
    <message>
        <source>单位、拼音、首字母、电话；{order} 发联动指令</source>
        <translation>Body, pinyin, initials, phone; {order} sends an order</translation>
    </message>
    <message>
        <source>请先选中一张在办的警单。</source>
        <translation>Select an open sheet first.</translation>
    </message>
    <message>
        <source>没有登记承办“%1”的单位。请查找并选定，或在通讯录中补登承办类别。</source>
        <translation>No body is registered for “%1”. Find and choose one, or enter in the directory who takes it.</translation>
    </message>
</context>
<context>
    <name>DispatchChooser</name>
    <message>
        <source>没有符合的警力。</source>
        <translation>No unit matches.</translation>
    </message>
    <message>
        <source>派警</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>派警指令（可不填）</source>
        <translation>Instruction for the units (may be left empty)</translation>
    </message>
    <message>
        <source>警单 %1 未下达的派警指令</source>
        <translation>Sheet %1: an instruction not given</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>请先在队列中选中要派警的警情。</source>
        <translation>Select the incident in the queue first.</translation>
    </message>
    <message>
        <source>这张警单现在是“%1”，不能派警。</source>
        <translation>This sheet is “%1” now; no units can be sent.</translation>
    </message>
    <message>
        <source>%1 级</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>警情没有坐标，无法估算，按呼号排列。</source>
        <translation>The incident has no coordinates, so nothing can be estimated; units stand by call sign.</translation>
    </message>
    <message>
        <source>下达 %1 支</source>
        <translation>Send %1 units</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>呼号、巡区、带班、单位；{tick} 多选，{give} 下达</source>
        <translation>Call sign, beat, leader, body; {tick} picks several, {give} sends</translation>
    </message>
    <message>
        <source>预案没有还要派的警力，或没有可派的。</source>
        <translation>The plan wants nobody more, or nobody can go.</translation>
    </message>
    <message>
        <source>建议派 %2，改派 %1 的原因：</source>
        <translation>Proposed is %2. Why %1 instead?</translation>
    </message>
</context>
<context>
    <name>Diversion</name>
    <message>
        <source>12345热线</source>
        <translation>12345 hotline</translation>
    </message>
    <message>
        <source>移车</source>
        <translation>car moving</translation>
    </message>
    <message>
        <source>110</source>
        <translation>110</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>the other desk</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>content</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>more or less content</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>not content</translation>
    </message>
    <message>
        <source>待对方受理</source>
        <translation>waits for the other desk</translation>
    </message>
    <message>
        <source>职责有争议</source>
        <translation>whose it is, is disputed</translation>
    </message>
    <message>
        <source>对方已受理</source>
        <translation>taken by the other desk</translation>
    </message>
</context>
<context>
    <name>DiversionPart</name>
    <message>
        <source>移车：发给移车服务</source>
        <translation>Car moving: send to the service</translation>
    </message>
    <message>
        <source>两台商定由谁办理</source>
        <translation>Who takes it, as both desks agreed</translation>
    </message>
    <message>
        <source>分流回访</source>
        <translation>Ask the caller about the diversion</translation>
    </message>
    <message>
        <source>分流 {path}</source>
        <translation>Diverted: {path}</translation>
    </message>
    <message>
        <source>三方通话 {at}</source>
        <translation>three-way call {at}</translation>
    </message>
    <message>
        <source>{left} 内未商定则由首接的{who}办理：{text}</source>
        <translation>without agreement within {left} it falls to {who}, who had it first: {text}</translation>
    </message>
    <message>
        <source>警单 {number}：两台未能商定，由首接的{who}先行办理。</source>
        <translation>Sheet {number}: the desks did not agree; {who}, who had it first, takes it.</translation>
    </message>
    <message>
        <source>请先选中一张警单。</source>
        <translation>Choose a sheet first.</translation>
    </message>
    <message>
        <source>已转12345，指令已发出。</source>
        <translation>Handed to 12345; the order is sent.</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>{at} 前签收</source>
        <translation>signed by {at}</translation>
    </message>
    <message>
        <source>{at} 前到场</source>
        <translation>on scene by {at}</translation>
    </message>
    <message>
        <source>{at} 前反馈</source>
        <translation>answered by {at}</translation>
    </message>
    <message>
        <source>⚠ {year} 年的节假日安排还没有导入，工作日只按周末推算。请导入 holiday 词典。</source>
        <translation>⚠ The holidays of {year} have not been imported: working days are counted by weekends alone. Import the dictionary holiday.</translation>
    </message>
    <message>
        <source>时限 · {limits}</source>
        <translation>Limits · {limits}</translation>
    </message>
</context>
<context>
    <name>EmptyBoard</name>
    <message>
        <source>本机还没有警力。请从 CSV 文件导入，或逐支登记。
先导入机构、警区，再导入警力。
命令行：%1</source>
        <translation>This desk has no units yet. Import them from a CSV file, or enter them one by one.
Import organisations and beats before units.
Command line: %1</translation>
    </message>
    <message>
        <source>导入资料…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>新增警力</source>
        <translation>New unit</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>回拨未接来电</source>
        <translation>Missed call rung back</translation>
    </message>
    <message>
        <source>建立警单 {number}</source>
        <translation>Sheet {number} opened</translation>
    </message>
    <message>
        <source>完成接警：{class_code}，{level} 级</source>
        <translation>Sheet completed: {class_code}, level {level}</translation>
    </message>
    <message>
        <source>微预案：{asked} —— {said}</source>
        <translation>Checklist: {asked} – {said}</translation>
    </message>
    <message>
        <source>修改{field}：“{old}” → “{new}”</source>
        <translation>{field} changed: “{old}” → “{new}”</translation>
    </message>
    <message>
        <source>作废：{reason}</source>
        <translation>Voided: {reason}</translation>
    </message>
    <message>
        <source>处结：{result}。{text}</source>
        <translation>Closed: {result}. {text}</translation>
    </message>
    <message>
        <source>重开：{reason}</source>
        <translation>Reopened: {reason}</translation>
    </message>
    <message>
        <source>退单：{reason}</source>
        <translation>Returned: {reason}</translation>
    </message>
    <message>
        <source>重新受理</source>
        <translation>Accepted again</translation>
    </message>
    <message>
        <source>关联到主单 {number}（{link_type}）</source>
        <translation>Linked to main sheet {number} ({link_type})</translation>
    </message>
    <message>
        <source>警单 {number} 关联到本单（{link_type}）</source>
        <translation>Sheet {number} linked to this one ({link_type})</translation>
    </message>
    <message>
        <source>解除与主单 {number} 的关联</source>
        <translation>Link to main sheet {number} removed</translation>
    </message>
    <message>
        <source>警单 {number} 解除关联</source>
        <translation>Link of sheet {number} removed</translation>
    </message>
    <message>
        <source>并入主单 {number}</source>
        <translation>Merged into main sheet {number}</translation>
    </message>
    <message>
        <source>警单 {number} 并入本单</source>
        <translation>Sheet {number} merged into this one</translation>
    </message>
    <message>
        <source>取消并入 {number}</source>
        <translation>Merge into {number} undone</translation>
    </message>
    <message>
        <source>警单 {number} 取消并单</source>
        <translation>Merge of sheet {number} undone</translation>
    </message>
    <message>
        <source>派 {unit}（{role}）{instruction}</source>
        <translation>{unit} sent ({role}) {instruction}</translation>
    </message>
    <message>
        <source>{unit} 主动加入（{role}）</source>
        <translation>{unit} joined on its own ({role})</translation>
    </message>
    <message>
        <source>{unit} 指令送达</source>
        <translation>{unit}: order delivered</translation>
    </message>
    <message>
        <source>{unit} 签收 {signer}</source>
        <translation>{unit} signed {signer}</translation>
    </message>
    <message>
        <source>{unit} 出警</source>
        <translation>{unit} set out</translation>
    </message>
    <message>
        <source>{unit} 到场</source>
        <translation>{unit} on scene</translation>
    </message>
    <message>
        <source>{unit} 处理完毕</source>
        <translation>{unit} finished</translation>
    </message>
    <message>
        <source>{unit} 申请退单：{reason}</source>
        <translation>{unit} asks to return the job: {reason}</translation>
    </message>
    <message>
        <source>同意 {unit} 退单</source>
        <translation>Return by {unit} agreed</translation>
    </message>
    <message>
        <source>撤回 {unit}：{reason}</source>
        <translation>{unit} called off: {reason}</translation>
    </message>
    <message>
        <source>{unit} 改派到 {number} {reason}</source>
        <translation>{unit} moved to {number} {reason}</translation>
    </message>
    <message>
        <source>{unit} 为主处警力量</source>
        <translation>{unit} made main unit</translation>
    </message>
    <message>
        <source>反馈：{class_code}，{result}。{text}</source>
        <translation>Feedback: {class_code}, {result}. {text}</translation>
    </message>
    <message>
        <source>登记{party_role} {name}</source>
        <translation>{party_role} entered: {name}</translation>
    </message>
    <message>
        <source>修改{party_role} {name} 的信息</source>
        <translation>{party_role} changed: {name}</translation>
    </message>
    <message>
        <source>划除{party_role} {name}</source>
        <translation>{party_role} struck: {name}</translation>
    </message>
    <message>
        <source>联动 {agency}：{text}</source>
        <translation>Order to {agency}: {text}</translation>
    </message>
    <message>
        <source>{agency} 签收 {signer}</source>
        <translation>{agency} signed {signer}</translation>
    </message>
    <message>
        <source>{agency} 到场</source>
        <translation>{agency} on scene</translation>
    </message>
    <message>
        <source>{agency} 反馈：{text}</source>
        <translation>{agency} fed back: {text}</translation>
    </message>
    <message>
        <source>{agency} 退回：{text}</source>
        <translation>{agency} returned the order: {text}</translation>
    </message>
    <message>
        <source>撤回 {agency} 的指令：{text}</source>
        <translation>Order to {agency} called off: {text}</translation>
    </message>
    <message>
        <source>微预案的回答</source>
        <translation>answers to the checklist</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{unit} 接替 {former} 为主处警力量</source>
        <translation>{unit} takes over from {former} as main unit</translation>
    </message>
    <message>
        <source>规则“{rule}”建议 {level} 级：{seen}</source>
        <translation>Rule “{rule}” proposed level {level}: {seen}</translation>
    </message>
    <message>
        <source>{unit} 签到，平安</source>
        <translation>{unit} checked in, all well</translation>
    </message>
    <message>
        <source>拨打 {name} {phone}</source>
        <translation>Rang {name} {phone}</translation>
    </message>
    <message>
        <source>把来电 {caller_number} 标为骚扰，不影响接听</source>
        <translation>Marked the call of {caller_number} as nuisance; it still rings</translation>
    </message>
    <message>
        <source>取消来电 {caller_number} 的骚扰标记</source>
        <translation>Took the nuisance mark off the call of {caller_number}</translation>
    </message>
    <message>
        <source>回访：{visit_result} {text}</source>
        <translation>Asked the caller back: {visit_result} {text}</translation>
    </message>
    <message>
        <source>{unit} 派警单 {number}：{persons} 人 {vehicles} 车 {boats} 艇 {recording} {text}</source>
        <translation>{unit} order {number}: {persons} officers, {vehicles} vehicles, {boats} boats {recording} {text}</translation>
    </message>
    <message>
        <source>划除反馈 {number}：{reason}</source>
        <translation>Feedback {number} struck: {reason}</translation>
    </message>
    <message>
        <source>封路 {closure_reason} {until} {text}</source>
        <translation>Road closed {closure_reason} {until} {text}</translation>
    </message>
    <message>
        <source>修改封路 {closure_reason} {until} {text}</source>
        <translation>Closure changed {closure_reason} {until} {text}</translation>
    </message>
    <message>
        <source>解除封路 {closure_reason}：{reason}</source>
        <translation>Closure lifted {closure_reason}: {reason}</translation>
    </message>
    <message>
        <source>划定区域 {cordon_kind} {until} {text}</source>
        <translation>Area marked {cordon_kind} {until} {text}</translation>
    </message>
    <message>
        <source>修改区域 {cordon_kind} {until} {text}</source>
        <translation>Area changed {cordon_kind} {until} {text}</translation>
    </message>
    <message>
        <source>解除区域 {cordon_kind}：{reason}</source>
        <translation>Area lifted {cordon_kind}: {reason}</translation>
    </message>
    <message>
        <source>至 {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>催办 {unit}：{awaited}，第 {count} 次</source>
        <translation>Reminded {unit}: {awaited}, no. {count}</translation>
    </message>
    <message>
        <source>催办 {unit}：{awaited}，第 {count} 次，已报指挥长</source>
        <translation>Reminded {unit}: {awaited}, no. {count}, commander told</translation>
    </message>
    <message>
        <source>{unit} 已答复催办（{awaited}）{text}</source>
        <translation>{unit} answered the reminder ({awaited}) {text}</translation>
    </message>
    <message>
        <source>派 {unit} 而未派建议的 {best}：{reason}</source>
        <translation>{unit} sent instead of {best} as proposed: {reason}</translation>
    </message>
    <message>
        <source>{alarm} 级出动（{plan}）{missing}</source>
        <translation>Alarm level {alarm} ({plan}){missing}</translation>
    </message>
    <message>
        <source>事后比较：{unit} 预计 {estimate} 秒到，当时最快的 {best} 预计 {best_estimate} 秒</source>
        <translation>Hindsight: {unit} was expected in {estimate} s, the quickest then, {best}, in {best_estimate} s</translation>
    </message>
    <message>
        <source>，缺 {missing}</source>
        <translation>, missing {missing}</translation>
    </message>
    <message>
        <source>填写止付单，被骗 {amount} 元</source>
        <translation>Stop order written, {amount} yuan lost</translation>
    </message>
    <message>
        <source>修改止付单</source>
        <translation>Stop order changed</translation>
    </message>
    <message>
        <source>提交止付，被骗 {amount} 元</source>
        <translation>Stop order sent, {amount} yuan lost</translation>
    </message>
    <message>
        <source>反诈中心受理止付，被骗 {amount} 元</source>
        <translation>The anti-fraud centre has taken the stop order, {amount} yuan lost</translation>
    </message>
    <message>
        <source>止付 {stopped} 元（被骗 {amount} 元）{text}</source>
        <translation>{stopped} yuan stopped (of {amount} yuan) {text}</translation>
    </message>
    <message>
        <source>止付办结（被骗 {amount} 元）：{text}</source>
        <translation>Stop order ended ({amount} yuan lost): {text}</translation>
    </message>
    <message>
        <source>撤销止付：{text}</source>
        <translation>Stop order withdrawn: {text}</translation>
    </message>
    <message>
        <source>未接来电回拨 {count} 次无人接，派警到来电位置核查</source>
        <translation>Missed call rung back {count} times without an answer: a unit is to look where it came from</translation>
    </message>
    <message>
        <source>指令已送达 {agency}</source>
        <translation>Order delivered to {agency}</translation>
    </message>
    <message>
        <source>{agency} 出发</source>
        <translation>{agency} has set out</translation>
    </message>
    <message>
        <source>{agency} 请求警力到场：{text}</source>
        <translation>{agency} calls for police: {text}</translation>
    </message>
    <message>
        <source>答复 {agency} 的警力请求：{text}</source>
        <translation>Call for police of {agency} answered: {text}</translation>
    </message>
    <message>
        <source>{agency} 的终端无应答，须打电话通知</source>
        <translation>The terminal of {agency} does not answer: ring them</translation>
    </message>
    <message>
        <source>已电话通知 {agency} {text}</source>
        <translation>{agency} told by telephone {text}</translation>
    </message>
    <message>
        <source>催办 {agency}：{awaited}，第 {count} 次</source>
        <translation>{agency} reminded: {awaited}, no. {count}</translation>
    </message>
    <message>
        <source>催办 {agency}：{awaited}，第 {count} 次，报指挥长</source>
        <translation>{agency} reminded: {awaited}, no. {count}, told to the commander</translation>
    </message>
    <message>
        <source>分流（{path}）{text}</source>
        <translation>Diverted ({path}) {text}</translation>
    </message>
    <message>
        <source>对方受理（{path}）</source>
        <translation>Taken by the other desk ({path})</translation>
    </message>
    <message>
        <source>对方认为不属其职责（{path}）：{text}</source>
        <translation>The other desk says it is not its own ({path}): {text}</translation>
    </message>
    <message>
        <source>由110办理（{path}）{text}</source>
        <translation>Kept by 110 ({path}) {text}</translation>
    </message>
    <message>
        <source>对方受理后退回（{path}）：{text}</source>
        <translation>Taken and given back by the other desk ({path}): {text}</translation>
    </message>
    <message>
        <source>对方已办结（{path}）</source>
        <translation>Dealt with by the other desk ({path})</translation>
    </message>
    <message>
        <source>三方通话：报警人、110与对方（{path}）</source>
        <translation>Three-way call: caller, 110 and the other desk ({path})</translation>
    </message>
    <message>
        <source>两台商定由{taker}办理（{path}）</source>
        <translation>The desks agreed on {taker} ({path})</translation>
    </message>
    <message>
        <source>未能商定，首接先行受理：{taker}（{path}）</source>
        <translation>No agreement, first taker takes it: {taker} ({path})</translation>
    </message>
    <message>
        <source>分流回访（{path}）：{rating} {text}</source>
        <translation>Caller asked about the diversion ({path}): {rating} {text}</translation>
    </message>
    <message>
        <source>录音编号 {recording}</source>
        <translation>Recording {recording}</translation>
    </message>
    <message>
        <source>回拨时对方电话 {rang_at} 振铃</source>
        <translation>Called back: the telephone rang there at {rang_at}</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>这支警力不在这张警单上。</source>
        <translation>This unit is not on this sheet.</translation>
    </message>
    <message>
        <source>这支警力已离开这起警情。</source>
        <translation>This unit has already left the incident.</translation>
    </message>
    <message>
        <source>这个来电不是未接来电。</source>
        <translation>This call was not missed.</translation>
    </message>
    <message>
        <source>程序内部出错，刚才的操作没有保存。可以再试一次；详情已写入日志。</source>
        <translation>The program failed inside; what you just did was not saved. You may try again; the log has the details.</translation>
    </message>
    <message>
        <source>系统记录的流水不能划除，只能划除人工书写的。</source>
        <translation>Lines the system recorded cannot be struck, only notes that people wrote.</translation>
    </message>
    <message>
        <source>这条流水已经划除。</source>
        <translation>This line has already been struck.</translation>
    </message>
    <message>
        <source>找不到这条流水。</source>
        <translation>This line of the timeline cannot be found.</translation>
    </message>
    <message>
        <source>“{field}”的内容不符合要求，请改正。</source>
        <translation>“{field}” will not do as it is. Please correct it.</translation>
    </message>
    <message>
        <source>没有“{field}”这一项。</source>
        <translation>There is no field “{field}”.</translation>
    </message>
    <message>
        <source>警单 {number} 下还挂着 {branch}，请先解除。</source>
        <translation>{branch} still hangs on sheet {number}. Unlink it first.</translation>
    </message>
    <message>
        <source>警单不能关联到自己。</source>
        <translation>A sheet cannot be linked to itself.</translation>
    </message>
    <message>
        <source>警单 {number} 已并单，请先取消并单。</source>
        <translation>Sheet {number} is merged. Undo the merge first.</translation>
    </message>
    <message>
        <source>这张警单没有关联主单。</source>
        <translation>This sheet is not linked to a main sheet.</translation>
    </message>
    <message>
        <source>警单 {number} 本身挂在别的主单下，请选它的主单。</source>
        <translation>Sheet {number} hangs on another sheet itself. Choose that main sheet.</translation>
    </message>
    <message>
        <source>这张警单没有并单。</source>
        <translation>This sheet is not merged.</translation>
    </message>
    <message>
        <source>这支警力已经在这起警情上。</source>
        <translation>This unit is already at this incident.</translation>
    </message>
    <message>
        <source>这位当事人已经划除。</source>
        <translation>This person has been struck already.</translation>
    </message>
    <message>
        <source>文字里有几个不同的坐标，请只留一个。</source>
        <translation>There are several different points in the text. Leave one.</translation>
    </message>
    <message>
        <source>文字里没有认得出的坐标。</source>
        <translation>There are no coordinates in the text.</translation>
    </message>
    <message>
        <source>坐标超出范围：经度 {lon}，纬度 {lat}。请核对。</source>
        <translation>No point of the earth: longitude {lon}, latitude {lat}. Check it.</translation>
    </message>
    <message>
        <source>分不清哪个是经度、哪个是纬度，请写明（如 东经117.65 北纬24.51）。</source>
        <translation>Either number may be the longitude. Say which (as in 117.65E 24.51N).</translation>
    </message>
    <message>
        <source>这个百度地图链接里是平面坐标，读不出经纬度。请用“分享位置”或坐标拾取。</source>
        <translation>This Baidu link holds metres of a plane, not degrees. Use its “share location” or its coordinate picker.</translation>
    </message>
    <message>
        <source>{host} 的短链接里没有坐标，本机不会打开链接。请对方直接发送坐标或地址。</source>
        <translation>The short link of {host} holds no point, and this desk opens no links. Ask for the coordinates or the address.</translation>
    </message>
    <message>
        <source>问题代码“{question}”用了两次，请改一个。</source>
        <translation>The question code “{question}” is used twice. Change one.</translation>
    </message>
    <message>
        <source>一份微预案最多 {most} 项，请删减。</source>
        <translation>A checklist has at most {most} items. Remove some.</translation>
    </message>
    <message>
        <source>微预案还没有问题。请至少加一项。</source>
        <translation>The checklist has no question yet. Add one at least.</translation>
    </message>
    <message>
        <source>微预案里没有“{question}”这一项。</source>
        <translation>The checklist has no item “{question}”.</translation>
    </message>
    <message>
        <source>这支警力没有申请退单。</source>
        <translation>This unit has not asked to return the job.</translation>
    </message>
    <message>
        <source>还缺：{missing}。补齐后再完成接警。</source>
        <translation>Still missing: {missing}. Fill this in, then complete the sheet.</translation>
    </message>
    <message>
        <source>警单 {number} 现在是“{state}”，不能派警。请先完成接警或重开。</source>
        <translation>Sheet {number} is “{state}” now and cannot take units. Complete or reopen it first.</translation>
    </message>
    <message>
        <source>警单 {number} 现在是“{state}”，不能修改。如需继续请重开。</source>
        <translation>Sheet {number} is “{state}” now and cannot be changed. Reopen it to go on.</translation>
    </message>
    <message>
        <source>警单 {number} 还有联动指令未答复，请先反馈、退回或撤回。</source>
        <translation>Sheet {number} has an agency order without an answer. Feed it back, return it or call it off first.</translation>
    </message>
    <message>
        <source>警单 {number} 还有警力未完毕，请先完毕、撤回或改派。</source>
        <translation>Sheet {number} still has units at work. Finish them, call them off or move them first.</translation>
    </message>
    <message>
        <source>现在是“{old}”，不能改为“{new}”。</source>
        <translation>It is “{old}” now and cannot become “{new}”.</translation>
    </message>
    <message>
        <source>“{field}”不能为空。</source>
        <translation>“{field}” must not be empty.</translation>
    </message>
    <message>
        <source>“{field}”最多 {limit} 字，现有 {length} 字。</source>
        <translation>“{field}” may have {limit} characters; it has {length}.</translation>
    </message>
    <message>
        <source>这一项已不在本机数据中，请重新选择。</source>
        <translation>This is no longer in the data of this machine. Please choose again.</translation>
    </message>
    <message>
        <source>警力 {unit} 正在处理 {number}。可用改派。</source>
        <translation>Unit {unit} is busy with {number}. You can move it.</translation>
    </message>
    <message>
        <source>警力 {unit} 现在是“{duty}”，不能派警。</source>
        <translation>Unit {unit} is “{duty}” now and cannot be sent.</translation>
    </message>
    <message>
        <source>请先选择至少一支警力。</source>
        <translation>Choose at least one unit first.</translation>
    </message>
    <message>
        <source>收到的记录 {seat}/{seq} 校验不符，整批未收。请让对方重新发送。</source>
        <translation>Record {seat}/{seq} came damaged; nothing of its batch was taken. Ask the other seat to send it again.</translation>
    </message>
    <message>
        <source>打不开数据文件 {path}。请检查文件夹是否存在、有无权限。</source>
        <translation>The store {path} cannot be opened. Check that the folder exists and that you may use it.</translation>
    </message>
    <message>
        <source>数据文件 {path} 已损坏。请用备份恢复，原文件不要删除。</source>
        <translation>The store {path} is damaged. Restore a backup, and do not delete the damaged file.</translation>
    </message>
    <message>
        <source>{path} 不是本系统的数据文件。请另选文件。</source>
        <translation>{path} is not a store of this program. Choose another file.</translation>
    </message>
    <message>
        <source>磁盘已满，刚才的操作没有保存。请腾出空间后重做；其余数据完好。</source>
        <translation>The disk is full; the last step was not saved. Make room and do it again. All other data are intact.</translation>
    </message>
    <message>
        <source>数据文件 {path} 正被另一个程序使用。请切换到已打开的窗口，或先关闭它。</source>
        <translation>The store {path} is in use by another program. Switch to the window that is open, or close it first.</translation>
    </message>
    <message>
        <source>磁盘读写出错，刚才的操作没有保存。请检查磁盘，并尽快备份。</source>
        <translation>The disk failed; the last step was not saved. Check the disk, and make a backup soon.</translation>
    </message>
    <message>
        <source>数据文件正忙，刚才的操作没有保存。请重试。</source>
        <translation>The store is busy; the last step was not saved. Please try again.</translation>
    </message>
    <message>
        <source>数据文件 {path} 由更新的版本（{revision}）建立，本程序未作任何改动。请升级程序。</source>
        <translation>The store {path} was made by a newer version ({revision}); nothing was changed. Update this program.</translation>
    </message>
    <message>
        <source>数据文件 {path} 只读，不能保存。请检查文件和文件夹的写权限。</source>
        <translation>The store {path} is read-only, so nothing can be saved. Check the write permission of file and folder.</translation>
    </message>
    <message>
        <source>收到的记录自称来自本席位 {seat}，整批未收。请核对两台机器的席位号。</source>
        <translation>Records came that claim to be from this seat, {seat}; none was taken. Check the seat numbers of both machines.</translation>
    </message>
    <message>
        <source>地区数据 {file} 读不出来。请重新安装程序或地区数据。</source>
        <translation>The region file {file} cannot be read. Install the program or the region again.</translation>
    </message>
    <message>
        <source>地图进程中断，正在恢复。其余功能不受影响。</source>
        <translation>The map has stopped and is coming back. Everything else works on.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>处理结果“{result}”与“{field}”矛盾。请改处理结果，或清空这一项。</source>
        <translation>The result “{result}” contradicts “{field}”. Change the result or clear the field.</translation>
    </message>
    <message>
        <source>这类警情的反馈还缺：{missing}。</source>
        <translation>Feedback on this class still lacks: {missing}.</translation>
    </message>
    <message>
        <source>处理结果“{result}”还要填：{missing}。</source>
        <translation>The result “{result}” also needs: {missing}.</translation>
    </message>
    <message>
        <source>“{field}”不属于“{class_code}”的反馈单。请清空，或改类别。</source>
        <translation>“{field}” is no part of the feedback on “{class_code}”. Clear it or change the class.</translation>
    </message>
    <message>
        <source>本席没有登记值守人员。</source>
        <translation>Nobody has signed on at this seat.</translation>
    </message>
    <message>
        <source>数据文件 {path} 被移走、删除或换成了别的文件，此刻不能保存。请把原文件放回原处，或点“另存并继续”。刚才的操作没有保存，输入的内容还在屏幕上。</source>
        <translation>The data file {path} was moved, deleted or replaced: nothing can be saved now. Put the file back, or press “Save elsewhere and go on”. What you just did was not saved; what you typed is still on the screen.</translation>
    </message>
    <message>
        <source>警区“{name}”不能停用：警力 {user} 还属于它。请先改正警力。</source>
        <translation>The beat “{name}” cannot be retired: the unit {user} patrols it. Change the unit first.</translation>
    </message>
    <message>
        <source>机构“{name}”不能停用：{user} 还属于它。请先改正或停用 {user}。</source>
        <translation>The body “{name}” cannot be retired: {user} belongs to it. Change or retire {user} first.</translation>
    </message>
    <message>
        <source>代码 {organisation} 已有机构使用。</source>
        <translation>Another body has the code {organisation}.</translation>
    </message>
    <message>
        <source>“{name}”不能成为自己的上级。</source>
        <translation>“{name}” cannot be above itself.</translation>
    </message>
    <message>
        <source>呼号 {unit} 已有警力使用。</source>
        <translation>Another unit has the call sign {unit}.</translation>
    </message>
    <message>
        <source>警力 {unit} 不在岗，不能签到。</source>
        <translation>The unit {unit} is off duty and cannot check in.</translation>
    </message>
    <message>
        <source>警力 {unit} 已停用。</source>
        <translation>The unit {unit} is out of service.</translation>
    </message>
    <message>
        <source>代码 {agency} 已由“{name}”使用。</source>
        <translation>“{name}” has the code {agency}.</translation>
    </message>
    <message>
        <source>“{agency}”还有联动指令未答复，不能停用。请先反馈、退回或撤回。</source>
        <translation>“{agency}” still owes an answer to an order and cannot be retired. Feed it back, return or cancel it first.</translation>
    </message>
    <message>
        <source>次序 {rank} 已由“{name}”使用。</source>
        <translation>“{name}” has the place {rank}.</translation>
    </message>
    <message>
        <source>“{name}”已停用。</source>
        <translation>“{name}” is out of service.</translation>
    </message>
    <message>
        <source>警单 {number} 不是来电报的，没有可以标记的来电。</source>
        <translation>Sheet {number} did not come by a call; there is none to mark.</translation>
    </message>
    <message>
        <source>警单 {number} 现在是“{state}”，处结后才能回访。</source>
        <translation>Sheet {number} is “{state}”; the caller is asked back once it is closed.</translation>
    </message>
    <message>
        <source>这个地点已有别名“{name}”。</source>
        <translation>This place already has the alias “{name}”.</translation>
    </message>
    <message>
        <source>没有未读的交接事项。</source>
        <translation>There is no unread hand-over note.</translation>
    </message>
    <message>
        <source>定级规则文件 {path} 读不懂（{detail}），未采用，现用程序自带的规则。请改正文件后重新启动。</source>
        <translation>The level rules in {path} cannot be read ({detail}) and are not used; the program&apos;s own rules are. Correct the file and start again.</translation>
    </message>
    <message>
        <source>反馈 {number} 已经划除。</source>
        <translation>Feedback {number} is struck already.</translation>
    </message>
    <message>
        <source>代码 {beat} 已由警区“{name}”使用。</source>
        <translation>Code {beat} is used by the beat “{name}”.</translation>
    </message>
    <message>
        <source>没有区划或辖区 {area}。请写区划代码，如 350623。</source>
        <translation>There is no division or zone {area}. Write a division&apos;s code such as 350623.</translation>
    </message>
    <message>
        <source>与“{name}”的值班（{begins_at} 至 {ends_at}）重叠。请改时间，或换一个次序。</source>
        <translation>This overlaps the duty of “{name}” ({begins_at} to {ends_at}). Change the time, or take another place in the order.</translation>
    </message>
    <message>
        <source>时限“{text}”无法使用。请写 15m、2h 或 7d（分钟、小时、工作日），不能为 0。</source>
        <translation>The limit “{text}” cannot be used. Write 15m, 2h or 7d (minutes, hours, working days), not nought.</translation>
    </message>
    <message>
        <source>封路画线或面，警戒区画面或圆。请换一种形状再画。</source>
        <translation>A closure is a line or an area, a cordon an area or a circle. Draw it in another shape.</translation>
    </message>
    <message>
        <source>这一处已经解除，不能再改。需要时请重新画。</source>
        <translation>This one has been lifted and cannot be changed. Draw it again if it is needed.</translation>
    </message>
    <message>
        <source>只有画成线的封路才有方向。请取消“只封画线方向”。</source>
        <translation>Only a closure drawn as a line has a direction. Clear “Only the direction drawn”.</translation>
    </message>
    <message>
        <source>点数不对：至少 {least} 个，最多 {most} 个。请重新画。</source>
        <translation>Wrong number of points: {least} at least, {most} at most. Draw it again.</translation>
    </message>
    <message>
        <source>画的形状不成立（太大、没有面积或不在地球上）。请重新画。</source>
        <translation>This shape cannot be (too large, without an area, or off the earth). Draw it again.</translation>
    </message>
    <message>
        <source>“何时止”必须晚于“何时起”。</source>
        <translation>“Until” must be later than “From”.</translation>
    </message>
    <message>
        <source>看不懂时间“{text}”。可填 14:30、90（分钟）或 11-24 02:00；空着为至解除。</source>
        <translation>“{text}” is no time. Write 14:30, 90 (minutes) or 11-24 02:00; empty means until lifted.</translation>
    </message>
    <message>
        <source>现在没有对这支警力催办。</source>
        <translation>No reminder is running here.</translation>
    </message>
    <message>
        <source>这支警力已经不欠这一步，不用再催。</source>
        <translation>The unit does not owe this step any more.</translation>
    </message>
    <message>
        <source>这起警情已经是 {alarm} 级出动。</source>
        <translation>This incident is at alarm level {alarm} already.</translation>
    </message>
    <message>
        <source>文件第 {line} 行的预案看不懂：“{word}”。没有导入。</source>
        <translation>The plan in line {line} of the file cannot be understood: “{word}”. Nothing was imported.</translation>
    </message>
    <message>
        <source>止付单还缺：{missing}。补齐后才能提交。</source>
        <translation>The stop order lacks: {missing}. It can be sent when they are there.</translation>
    </message>
    <message>
        <source>止付金额不能大于被骗金额。</source>
        <translation>More cannot be stopped than was lost.</translation>
    </message>
    <message>
        <source>这张止付单已经办结或撤销，不能修改。</source>
        <translation>This stop order is over and cannot be changed.</translation>
    </message>
    <message>
        <source>转账时间晚于本机现在的时间，请核对时间或本机时钟。</source>
        <translation>The transfer is later than this machine&apos;s time. Check the time, or the machine&apos;s clock.</translation>
    </message>
    <message>
        <source>收款账号“{account}”不成账号。每行一个，先写账号。</source>
        <translation>“{account}” is no account. One a line, the account first.</translation>
    </message>
    <message>
        <source>收款账号 {account} 写了两次，请合并成一行。</source>
        <translation>The account {account} is there twice. Make one line of them.</translation>
    </message>
    <message>
        <source>一张止付单最多 {limit} 个收款账号，请另开一张。</source>
        <translation>A stop order has at most {limit} accounts. Write another one.</translation>
    </message>
    <message>
        <source>警单 {number} 还有止付单没有结果，请先登记结果或撤销。</source>
        <translation>Sheet {number} has a stop order without a result. Take the result down, or withdraw it.</translation>
    </message>
    <message>
        <source>没有预警等级“{level}”。</source>
        <translation>There is no warning level “{level}”.</translation>
    </message>
    <message>
        <source>请至少写上姓名、电话或地址。</source>
        <translation>Give a name, a telephone or an address at least.</translation>
    </message>
    <message>
        <source>这条预警已经办结或撤销。</source>
        <translation>This warning is over.</translation>
    </message>
    <message>
        <source>这个来电没有位置，不能派警核查。请继续回拨。</source>
        <translation>Nobody knows where this call came from: no unit can be sent. Ring it back again.</translation>
    </message>
    <message>
        <source>“{body}”不是单位代码。代码只含字母、数字和 - _。</source>
        <translation>“{body}” is no code of a body. Codes have letters, digits, - and _ only.</translation>
    </message>
    <message>
        <source>消息里的“{field}”不符合约定。</source>
        <translation>“{field}” of the message is not as agreed.</translation>
    </message>
    <message>
        <source>消息不是普通文件。</source>
        <translation>The message is no plain file.</translation>
    </message>
    <message>
        <source>文件不是约定格式的消息。</source>
        <translation>The file is no message of the agreed form.</translation>
    </message>
    <message>
        <source>消息说的指令不存在，或不是发给这个单位的。</source>
        <translation>The message names an order that does not exist or is not this body&apos;s.</translation>
    </message>
    <message>
        <source>消息太长：{size} 字节。</source>
        <translation>The message is too long: {size} bytes.</translation>
    </message>
    <message>
        <source>消息的版本是 {version}，本程序不认识。</source>
        <translation>The message has version {version}, which this program does not know.</translation>
    </message>
    <message>
        <source>这条联动指令已经结束。</source>
        <translation>This agency order is over.</translation>
    </message>
    <message>
        <source>这个单位已请求警力，尚待答复。</source>
        <translation>This body has called for police and waits for an answer.</translation>
    </message>
    <message>
        <source>这个单位没有待答复的警力请求。</source>
        <translation>No call for police of this body waits for an answer.</translation>
    </message>
    <message>
        <source>这条指令没有待办的电话通知。</source>
        <translation>Nobody has to be rung for this order.</translation>
    </message>
    <message>
        <source>照片与消息所说的不是同一张，可能在途中损坏。</source>
        <translation>The photo is not the one its message tells of; it may have been damaged on its way.</translation>
    </message>
    <message>
        <source>照片只收 JPEG 和 PNG。</source>
        <translation>Photos must be JPEG or PNG.</translation>
    </message>
    <message>
        <source>消息所附的照片 {file} 没有送到。</source>
        <translation>The photo {file} of the message has not arrived.</translation>
    </message>
    <message>
        <source>照片太大：{size} 字节，最多 {limit} 字节。</source>
        <translation>The photo is too large: {size} bytes, {limit} at most.</translation>
    </message>
    <message>
        <source>警单 {number} 没有进行中的分流。</source>
        <translation>Sheet {number} has no open diversion.</translation>
    </message>
    <message>
        <source>对方还没有反馈，不能回访。</source>
        <translation>The other desk has not fed back yet: nobody can be asked.</translation>
    </message>
    <message>
        <source>警单 {number} 已经分流，尚未了结。</source>
        <translation>Sheet {number} is diverted already and not settled.</translation>
    </message>
    <message>
        <source>这次分流已经了结。</source>
        <translation>This diversion is settled.</translation>
    </message>
    <message>
        <source>警单 {number} 是 {level} 级，有人身或财产危险，不能分流。请派警，另发联动指令。</source>
        <translation>Sheet {number} has level {level}: there is danger, it cannot be diverted. Send units, and an order to the agency besides.</translation>
    </message>
    <message>
        <source>这次分流已经回访过。</source>
        <translation>The caller was asked about this diversion already.</translation>
    </message>
    <message>
        <source>两台还在商定时限内。</source>
        <translation>The two desks still have time to agree.</translation>
    </message>
    <message>
        <source>通讯录里没有代码为“{body}”的单位，或已停用。请在字典“分流去向”或通讯录中改正。</source>
        <translation>The directory has no body with the code “{body}”, or it is retired. Put the dictionary “diversion” or the directory right.</translation>
    </message>
    <message>
        <source>警单 {number} 不是来电报的，没有可以补录的通话。</source>
        <translation>Sheet {number} did not come by a call; there is no call to complete.</translation>
    </message>
    <message>
        <source>通话还没有结束，录音编号挂断后才有。</source>
        <translation>The call is not over yet; it has a recording number once it is.</translation>
    </message>
    <message>
        <source>这是打进来的电话；对方振铃时间只用于回拨。</source>
        <translation>This call came in; only a call back rings at the other end.</translation>
    </message>
    <message>
        <source>{name} 已经签收这条预警。</source>
        <translation>{name} has taken this warning already.</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>直线×{factor} 估算，时速 {speed} 公里；未计路况，以实际回报为准。</source>
        <translation>Estimate: straight line × {factor} at {speed} km/h. Traffic is not counted; what the unit reports decides.</translation>
    </message>
    <message>
        <source>{span} 前</source>
        <translation>{span} ago</translation>
    </message>
    <message>
        <source>位置未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>估 {minutes} 分 · {distance}</source>
        <translation>est. {minutes} min · {distance}</translation>
    </message>
    <message>
        <source>{minutes} 分 · {distance}</source>
        <translation>{minutes} min · {distance}</translation>
    </message>
    <message>
        <source>按道路计算（警灯），未计路况；标“估”的：</source>
        <translation>By road with blue light, traffic not counted; those marked “est.”:</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>导入资料</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导出%1</source>
        <translation>Export %1</translation>
    </message>
    <message>
        <source>“%1”已导出：%2 行，写入 %3</source>
        <translation>%1 exported: %2 lines, in %3</translation>
    </message>
    <message>
        <source>%1已导入：新增 %2，修改 %3，停用 %4，未变 %5。</source>
        <translation>%1 imported: %2 added, %3 changed, %4 retired, %5 as before.</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>处置情况</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>未选</source>
        <translation>Not chosen</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>部编号</source>
        <translation>Ministry number</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>机主</source>
        <translation>Subscriber</translation>
    </message>
    <message>
        <source>机主地址</source>
        <translation>Subscriber&apos;s address</translation>
    </message>
    <message>
        <source>报警电话</source>
        <translation>Caller&apos;s number</translation>
    </message>
    <message>
        <source>报警人</source>
        <translation>Caller</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>ID type</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>报警人地址</source>
        <translation>Caller&apos;s address</translation>
    </message>
    <message>
        <source>案发地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>警情类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>行政区划</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>特征点</source>
        <translation>Landmark</translation>
    </message>
    <message>
        <source>死亡情况</source>
        <translation>Deaths</translation>
    </message>
    <message>
        <source>受伤情况</source>
        <translation>Injuries</translation>
    </message>
    <message>
        <source>被困情况</source>
        <translation>Trapped</translation>
    </message>
    <message>
        <source>语种</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>车牌</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>号牌种类</source>
        <translation>Plate type</translation>
    </message>
    <message>
        <source>来源编号</source>
        <translation>Source number</translation>
    </message>
    <message>
        <source>救援等级</source>
        <translation>Rescue level</translation>
    </message>
    <message>
        <source>报警内容</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>补充内容</source>
        <translation>Additions</translation>
    </message>
    <message>
        <source>涉凶器</source>
        <translation>Weapon</translation>
    </message>
    <message>
        <source>涉危险品</source>
        <translation>Hazmat</translation>
    </message>
    <message>
        <source>爆炸或泄漏</source>
        <translation>Blast or leak</translation>
    </message>
    <message>
        <source>危化品车辆</source>
        <translation>Hazmat vehicle</translation>
    </message>
    <message>
        <source>保密</source>
        <translation>Confidential</translation>
    </message>
    <message>
        <source>无效警情</source>
        <translation>Invalid</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>嫌疑人数</source>
        <translation>Suspects</translation>
    </message>
    <message>
        <source>报警人位置</source>
        <translation>Caller&apos;s place</translation>
    </message>
    <message>
        <source>选定位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>管辖单位</source>
        <translation>Station in charge</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>流水内容</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>指令内容</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>反馈内容</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>派警指令</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>呼号</source>
        <translation>Call sign</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>户籍地址</source>
        <translation>Registered address</translation>
    </message>
    <message>
        <source>现住址</source>
        <translation>Present address</translation>
    </message>
    <message>
        <source>工作单位</source>
        <translation>Place of work</translation>
    </message>
    <message>
        <source>职业</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>国籍</source>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>损失物品</source>
        <translation>Goods lost</translation>
    </message>
    <message>
        <source>来话内容</source>
        <translation>Words heard</translation>
    </message>
    <message>
        <source>处结说明</source>
        <translation>Closing note</translation>
    </message>
    <message>
        <source>民警</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>天气</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>移交单位</source>
        <translation>Handed over to</translation>
    </message>
    <message>
        <source>案件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>出动车辆</source>
        <translation>Vehicles</translation>
    </message>
    <message>
        <source>出动人员</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>救助人数</source>
        <translation>Rescued</translation>
    </message>
    <message>
        <source>受伤人数</source>
        <translation>Injured</translation>
    </message>
    <message>
        <source>死亡人数</source>
        <translation>Dead</translation>
    </message>
    <message>
        <source>抓获人数</source>
        <translation>Caught</translation>
    </message>
    <message>
        <source>涉案人数</source>
        <translation>Involved</translation>
    </message>
    <message>
        <source>在逃人数</source>
        <translation>At large</translation>
    </message>
    <message>
        <source>损失金额</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>调整管辖</source>
        <translation>Reassigned to</translation>
    </message>
    <message>
        <source>已回访</source>
        <translation>Called back</translation>
    </message>
    <message>
        <source>带班</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>操作人</source>
        <translation>Person acting</translation>
    </message>
    <message>
        <source>重点人员</source>
        <translation>Key person</translation>
    </message>
    <message>
        <source>重点类别</source>
        <translation>Kept in mind as</translation>
    </message>
    <message>
        <source>人大代表</source>
        <translation>Congress deputy</translation>
    </message>
    <message>
        <source>政协委员</source>
        <translation>CPPCC member</translation>
    </message>
    <message>
        <source>移交联系人</source>
        <translation>Contact there</translation>
    </message>
    <message>
        <source>移交答复</source>
        <translation>Their answer</translation>
    </message>
    <message>
        <source>录音编号</source>
        <translation>Recording no.</translation>
    </message>
    <message>
        <source>乡镇街道</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>村居</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Part of place</translation>
    </message>
    <message>
        <source>救助说明</source>
        <translation>Rescued: note</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>所需能力</source>
        <translation>Capabilities needed</translation>
    </message>
    <message>
        <source>警号</source>
        <translation>Officer number</translation>
    </message>
    <message>
        <source>席位名</source>
        <translation>Seat name</translation>
    </message>
    <message>
        <source>所在单位</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>交接事项</source>
        <translation>Hand-over note</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>配色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>所属单位</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>警区</source>
        <translation>Beat</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>能力</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>英文名称</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>上级单位</source>
        <translation>Under</translation>
    </message>
    <message>
        <source>联动单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>承办类别</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>值班起</source>
        <translation>Duty from</translation>
    </message>
    <message>
        <source>值班止</source>
        <translation>Duty to</translation>
    </message>
    <message>
        <source>回访结果</source>
        <translation>Caller is</translation>
    </message>
    <message>
        <source>回访内容</source>
        <translation>Caller said</translation>
    </message>
    <message>
        <source>出动船艇</source>
        <translation>Boats sent</translation>
    </message>
    <message>
        <source>办结说明</source>
        <translation>Closing note</translation>
    </message>
    <message>
        <source>挂机方</source>
        <translation>Ended by</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>Occurred</translation>
    </message>
    <message>
        <source>现场坐标</source>
        <translation>Scene point</translation>
    </message>
    <message>
        <source>话务队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>被叫号码</source>
        <translation>Number called</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>服务区域</source>
        <translation>Areas served</translation>
    </message>
    <message>
        <source>启用日期</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>停用日期</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>粘贴通话文字</source>
        <translation>Paste what was said</translation>
    </message>
    <message>
        <source>被骗人</source>
        <translation>Victim</translation>
    </message>
    <message>
        <source>被骗人电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>付款账号</source>
        <translation>Paid from</translation>
    </message>
    <message>
        <source>付款银行</source>
        <translation>Paying bank</translation>
    </message>
    <message>
        <source>被骗金额</source>
        <translation>Sum lost</translation>
    </message>
    <message>
        <source>转账时间</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>收款账号</source>
        <translation>Accounts paid</translation>
    </message>
    <message>
        <source>诈骗手法</source>
        <translation>Kind of fraud</translation>
    </message>
    <message>
        <source>转账方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>止付金额</source>
        <translation>Sum stopped</translation>
    </message>
    <message>
        <source>预警等级</source>
        <translation>Warning level</translation>
    </message>
    <message>
        <source>由谁办理</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>满意程度</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>分流去向</source>
        <translation>Diverted to</translation>
    </message>
    <message>
        <source>接警类型</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <source>来话类型</source>
        <translation>Kind of call</translation>
    </message>
    <message>
        <source>对方振铃时间</source>
        <translation>Rang there at</translation>
    </message>
    <message>
        <source>辖区</source>
        <translation>Police area</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>警单 %1：%2</source>
        <translation>Sheet %1: %2</translation>
    </message>
    <message>
        <source>警单 %1 未提交的修改</source>
        <translation>Sheet %1: changes not submitted</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>待派</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>处置中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>待处结</source>
        <translation>To close</translation>
    </message>
    <message>
        <source>显示%1级警情</source>
        <translation>Show incidents of level %1</translation>
    </message>
    <message>
        <source>单号、地点、类别、电话，可用拼音首字母</source>
        <translation>Number, place, class</translation>
    </message>
    <message>
        <source>在队列中查找</source>
        <translation>Search the queue</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All classes</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>只显示我接的警情</source>
        <translation>Only those I have taken</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>只显示已超时的警情</source>
        <translation>Only those past their promised minute</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>District</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
</context>
<context>
    <name>Foresight</name>
    <message>
        <source>本警情首支到场</source>
        <translation>First unit at this incident</translation>
    </message>
    <message>
        <source>其余警情迟到（超过 {minutes} 分钟）</source>
        <translation>Others late (over {minutes} min)</translation>
    </message>
    <message>
        <source>其余警情平均等候</source>
        <translation>Others: mean wait</translation>
    </message>
    <message>
        <source>{figure}：两种派法的差别在偶然波动之内，分不出高下。</source>
        <translation>{figure}: the difference is within the noise; neither choice can be called better.</translation>
    </message>
    <message>
        <source>{figure}：{choice} 较好，差 {apart}。</source>
        <translation>{figure}: {choice} is better, by {apart}.</translation>
    </message>
    <message>
        <source>推演次数太少，还不能下结论。</source>
        <translation>Too few plays to say anything.</translation>
    </message>
    <message>
        <source>{choice}：{count} 次推演中一小时内无人到场，按一小时计。</source>
        <translation>{choice}: in {count} plays nobody arrived within the hour; counted as an hour.</translation>
    </message>
    <message>
        <source>{points} 个百分点</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>甲</source>
        <translation>A</translation>
    </message>
    <message>
        <source>乙</source>
        <translation>B</translation>
    </message>
    <message>
        <source>甲减乙</source>
        <translation>A less B</translation>
    </message>
    <message>
        <source>{sign}（估计 {span} 到）</source>
        <translation>{sign} (there in about {span})</translation>
    </message>
    <message>
        <source>★ 建议：{signs}</source>
        <translation>★ Proposed: {signs}</translation>
    </message>
</context>
<context>
    <name>ForesightDialog</name>
    <message>
        <source>请先选中一条已定位、可派警的警情，再推演。</source>
        <translation>Select an incident that has a place and takes units first.</translation>
    </message>
    <message>
        <source>请选两种不同的派法。</source>
        <translation>Choose two different sets of units.</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>甲</source>
        <translation>A</translation>
    </message>
    <message>
        <source>乙</source>
        <translation>B</translation>
    </message>
    <message>
        <source>开始推演</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>从现在的警情和警力出发，用演练的报警和处警各推演 %1 次、每次一小时；两种派法遇到同样的报警。首次派警之后一律派最近的空闲警力。± 是 95% 区间的一半。推演不改动任何警单。</source>
        <translation>From the incidents and units as they are now, the next hour is played %1 times with each choice, with the callers and crews of the drill; both choices meet the same calls. After the first order the nearest free unit is sent. ± is half of the 95 % interval. Nothing on the desk is changed.</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>可派的警力不足两支，没有可比的派法。</source>
        <translation>Fewer than two units can be sent: nothing to compare.</translation>
    </message>
    <message>
        <source>推演中途停止：%1 次中的 %2 次。</source>
        <translation>Stopped early: %2 of %1 plays.</translation>
    </message>
    <message>
        <source>推演没有做完：%1</source>
        <translation>The plays did not finish: %1</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>必填</source>
        <translation>Please fill this in</translation>
    </message>
</context>
<context>
    <name>Ground</name>
    <message>
        <source>选点离地址中的“%1”有 %2，请核对地址、坐标系或选点。</source>
        <translation>The point is %2 from “%1” in the address. Check the address, the datum or the point.</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>磁盘只剩 %1 MB，写满后将不能保存。请尽快腾出空间：%2</source>
        <translation>Only %1 MB are left on the disk; when it is full, nothing can be saved. Make room soon: %2</translation>
    </message>
    <message>
        <source>又可以保存了。未保存的内容正在自动补存，请核对。</source>
        <translation>Saving works again. What was unsaved is being saved by itself; please check.</translation>
    </message>
    <message>
        <source>本机时钟被拨快 %1，此后按新时间记录。请核对时间；此前后的用时不可比。</source>
        <translation>This machine&apos;s clock was put forward by %1; from now on the new time counts. Check it; spans across this moment are not comparable.</translation>
    </message>
    <message>
        <source>本机时钟被拨慢 %1。本席位仍按原时间继续，先后次序不乱。请核对时间；如新时间正确，请重启程序。</source>
        <translation>This machine&apos;s clock was put back by %1. This seat goes on by the former time, so that the order of things stays true. Check the time; if the new one is right, restart the program.</translation>
    </message>
    <message>
        <source>本机时钟（%1）早于本席位最后一条记录（%2），差 %3。请校准时钟；可以继续工作，用时可能不准。</source>
        <translation>This machine&apos;s clock (%1) is before this seat&apos;s last record (%2) by %3. Set the clock right; you can go on working, but spans may be wrong.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>北</source>
        <translation>north</translation>
    </message>
    <message>
        <source>东北</source>
        <translation>north-east</translation>
    </message>
    <message>
        <source>东</source>
        <translation>east</translation>
    </message>
    <message>
        <source>东南</source>
        <translation>south-east</translation>
    </message>
    <message>
        <source>南</source>
        <translation>south</translation>
    </message>
    <message>
        <source>西南</source>
        <translation>south-west</translation>
    </message>
    <message>
        <source>西</source>
        <translation>west</translation>
    </message>
    <message>
        <source>西北</source>
        <translation>north-west</translation>
    </message>
    <message>
        <source>向{compass}出发，走{road}</source>
        <translation>Head {compass} on {road}</translation>
    </message>
    <message>
        <source>直行，走{road}</source>
        <translation>Straight on along {road}</translation>
    </message>
    <message>
        <source>稍向左，走{road}</source>
        <translation>Bear left onto {road}</translation>
    </message>
    <message>
        <source>稍向右，走{road}</source>
        <translation>Bear right onto {road}</translation>
    </message>
    <message>
        <source>左转，走{road}</source>
        <translation>Turn left onto {road}</translation>
    </message>
    <message>
        <source>右转，走{road}</source>
        <translation>Turn right onto {road}</translation>
    </message>
    <message>
        <source>向左急转，走{road}</source>
        <translation>Turn sharp left onto {road}</translation>
    </message>
    <message>
        <source>向右急转，走{road}</source>
        <translation>Turn sharp right onto {road}</translation>
    </message>
    <message>
        <source>掉头，走{road}</source>
        <translation>Turn round onto {road}</translation>
    </message>
    <message>
        <source>靠左进匝道，走{road}</source>
        <translation>Take the ramp on the left onto {road}</translation>
    </message>
    <message>
        <source>靠右进匝道，走{road}</source>
        <translation>Take the ramp on the right onto {road}</translation>
    </message>
    <message>
        <source>环岛第 {exit} 个出口，走{road}</source>
        <translation>At the roundabout take exit {exit} onto {road}</translation>
    </message>
    <message>
        <source>上渡轮：{road}</source>
        <translation>Board the ferry: {road}</translation>
    </message>
    <message>
        <source>到达</source>
        <translation>Arrive</translation>
    </message>
    <message>
        <source>无名路</source>
        <translation>an unnamed road</translation>
    </message>
    <message>
        <source>{number}. {done}（{distance}）</source>
        <translation>{number}. {done} ({distance})</translation>
    </message>
    <message>
        <source>{number}. {done}</source>
        <translation>{number}. {done}</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>上一班交接：{note}</source>
        <translation>From the shift before: {note}</translation>
    </message>
    <message>
        <source>已阅</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>本席没有登记值守人员。</source>
        <translation>Nobody is signed on at this seat.</translation>
    </message>
    <message>
        <source>没有未读的交接事项。</source>
        <translation>There is no unread hand-over note.</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>正常</source>
        <translation>acceptable</translation>
    </message>
    <message>
        <source>尚可应付</source>
        <translation>manageable</translation>
    </message>
    <message>
        <source>偏多</source>
        <translation>too many</translation>
    </message>
    <message>
        <source>泛滥</source>
        <translation>flood</translation>
    </message>
    <message>
        <source>提示音 {count}/10 分钟 · {load}</source>
        <translation>Sounds {count}/10 min · {load}</translation>
    </message>
    <message>
        <source>■ 无声音：没有音频设备</source>
        <translation>■ No sound: no audio device</translation>
    </message>
    <message>
        <source>■ 声音已关</source>
        <translation>■ Sound is off</translation>
    </message>
    <message>
        <source>■ 静音，{left} 后恢复</source>
        <translation>■ Mute for {left}</translation>
    </message>
    <message>
        <source>最近 10 分钟本席真正响过的提示（同一件反复响只算一次）。
EEMUA 191 / ISA-18.2：每 10 分钟 1 次可以接受，2 次为能应付的上限，超过 10 次为泛滥。</source>
        <translation>Alarms that really sounded at this seat in the last 10 minutes (each counted once, however often it rang).
EEMUA 191 / ISA-18.2: 1 in 10 minutes is acceptable, 2 the most one can manage, more than 10 a flood.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>何处</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>短词</source>
        <translation>Short words</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>例</source>
        <translation>Example</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>已存为 {file}</source>
        <translation>Saved as {file}</translation>
    </message>
    <message>
        <source>没有一页含“{text}”。</source>
        <translation>No page has “{text}”.</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>在帮助中查找</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>帮助的各页</source>
        <translation>Pages of the help</translation>
    </message>
    <message>
        <source>本页存为 PDF</source>
        <translation>Save page as PDF</translation>
    </message>
    <message>
        <source>在帮助中查找；{next} 到下一处</source>
        <translation>Search the help; {next} for the next place</translation>
    </message>
</context>
<context>
    <name>HistoryChoice</name>
    <message>
        <source>全部日期</source>
        <translation>Any day</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>近7天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>近30天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>近一年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>自选日期</source>
        <translation>Own days</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>未处结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All classes</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
</context>
<context>
    <name>HistoryColumn</name>
    <message>
        <source>报警时间</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>报警内容</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>报警人</source>
        <translation>Caller</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>查找警单</source>
        <translation>Find sheets</translation>
    </message>
    <message>
        <source>找到的警单</source>
        <translation>Sheets found</translation>
    </message>
    <message>
        <source>{found} 张警单</source>
        <translation>Sheets: {found}</translation>
    </message>
    <message>
        <source>最新 {found} 张警单，向下滚动显示更早的</source>
        <translation>Newest sheets: {found}; scroll down for older ones</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>地点、姓名、报警内容，首字母（zzl），单号或电话末几位</source>
        <translation>Place, name, what was said; initials (zzl); last digits of a number or phone</translation>
    </message>
    <message>
        <source>没有找到含“{text}”的警单。换一个词，或少写几个字；按 {clear} 放宽条件。</source>
        <translation>No sheet has “{text}”. Try another word or fewer characters; {clear} widens the search.</translation>
    </message>
    <message>
        <source>没有符合这些条件的警单。按 {clear} 放宽条件。</source>
        <translation>No sheet fits these choices. {clear} widens the search.</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>此项由本机管理员固定，不能更改。</source>
        <translation>The administrator of this machine has fixed this; it cannot be changed.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>保存报告</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>正在导入…</source>
        <translation>Importing…</translation>
    </message>
    <message>
        <source>有 %1 处不合格，整个文件都不会导入。请改正后再导入。</source>
        <translation>%1 things will not do; nothing of the file will be imported. Mend them and import again.</translation>
    </message>
    <message>
        <source>文件里没有内容。</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>共 %1 行，全部合格。已有的按%2对应修改，其余新增。</source>
        <translation>%1 lines, all good. Those known by %2 are changed, the others are added.</translation>
    </message>
    <message>
        <source>呼号</source>
        <translation>call sign</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>code</translation>
    </message>
    <message>
        <source>单位代码和次序</source>
        <translation>agency code and order</translation>
    </message>
    <message>
        <source>导入资料</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>停用文件中没有的（历史保留）</source>
        <translation>Retire what the file does not have (history stays)</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>保存报告…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>共 %1 行，全部合格。编号已有的不重复接收。</source>
        <translation>%1 lines, all good. A number that is known is not taken twice.</translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message>
        <source>{level}级</source>
        <translation>L{level}</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>L?</translation>
    </message>
    <message>
        <source>坐标 {lon}, {lat}</source>
        <translation>At {lon}, {lat}</translation>
    </message>
    <message>
        <source>地点不详</source>
        <translation>Place unknown</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
</context>
<context>
    <name>InstantField</name>
    <message>
        <source>请写作 时:分、月-日 时:分 或 年-月-日 时:分。</source>
        <translation>Write hour:minute, month-day hour:minute, or year-month-day hour:minute.</translation>
    </message>
    <message>
        <source>时:分 或 月-日 时:分</source>
        <translation>hour:minute or month-day hour:minute</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>出警</source>
        <translation>Set out</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>完毕</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>警力</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>达 +{span}</source>
        <translation>D +{span}</translation>
    </message>
    <message>
        <source>主</source>
        <translation>M</translation>
    </message>
    <message>
        <source>增</source>
        <translation>R</translation>
    </message>
    <message>
        <source>超过规定</source>
        <translation>over the limit</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count} officers</translation>
    </message>
    <message>
        <source>{count} 车</source>
        <translation>{count} vehicles</translation>
    </message>
    <message>
        <source>{count} 艇</source>
        <translation>{count} boats</translation>
    </message>
    <message>
        <source>自动派警</source>
        <translation>sent automatically</translation>
    </message>
    <message>
        <source>由别的警情改派</source>
        <translation>moved from another incident</translation>
    </message>
    <message>
        <source>录音 {name}</source>
        <translation>recording {name}</translation>
    </message>
    <message>
        <source>{open} 或双击修改派警单</source>
        <translation>{open} or a double click changes the order</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>设为主</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>同意退单</source>
        <translation>Agree to return</translation>
    </message>
    <message>
        <source>不同意退单</source>
        <translation>Refuse return</translation>
    </message>
</context>
<context>
    <name>KeptPanel</name>
    <message>
        <source>未保存的“{form}”</source>
        <translation>“{form}” not saved</translation>
    </message>
    <message>
        <source>已恢复 {at} 未保存的内容，请核对后保存。</source>
        <translation>What was not saved at {at} is here again: check it, then save.</translation>
    </message>
</context>
<context>
    <name>KeptWords</name>
    <message>
        <source>已恢复 {at} 写下、还没有提交的内容，会一同提交；不要就清空。</source>
        <translation>What was written at {at} and not given yet is here again and goes with it; clear it if it is not wanted.</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>菜单键</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>汽车</source>
        <translation>Car</translation>
    </message>
    <message>
        <source>摩托车</source>
        <translation>Motorbike</translation>
    </message>
    <message>
        <source>步巡</source>
        <translation>Foot</translation>
    </message>
    <message>
        <source>船艇</source>
        <translation>Boat</translation>
    </message>
    <message>
        <source>无人机</source>
        <translation>Drone</translation>
    </message>
    <message>
        <source>主处警</source>
        <translation>main</translation>
    </message>
    <message>
        <source>增援</source>
        <translation>reinforcing</translation>
    </message>
    <message>
        <source>政府部门</source>
        <translation>Government</translation>
    </message>
    <message>
        <source>公安</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>公用事业</source>
        <translation>Utility</translation>
    </message>
    <message>
        <source>应急救援</source>
        <translation>Rescue</translation>
    </message>
    <message>
        <source>社会救助</source>
        <translation>Welfare</translation>
    </message>
    <message>
        <source>交通运输</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>通信</source>
        <translation>Telecoms</translation>
    </message>
    <message>
        <source>银行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>志愿队伍</source>
        <translation>Volunteers</translation>
    </message>
    <message>
        <source>市局</source>
        <translation>City bureau</translation>
    </message>
    <message>
        <source>分局</source>
        <translation>Sub-bureau</translation>
    </message>
    <message>
        <source>派出所</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>中队</source>
        <translation>Squad</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>还不能关闭</source>
        <translation>Cannot close yet</translation>
    </message>
    <message>
        <source>留下</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>放弃并关闭</source>
        <translation>Close and lose it</translation>
    </message>
    <message>
        <source>现在关闭会丢失：</source>
        <translation>Closing now would lose:</translation>
    </message>
    <message>
        <source>正在保存，保存完即关闭。</source>
        <translation>Saving; the window closes when it is done.</translation>
    </message>
</context>
<context>
    <name>LevelField</name>
    <message>
        <source>建议 %1 级：%2</source>
        <translation>Level %1 proposed: %2</translation>
    </message>
    <message>
        <source>%1 级</source>
        <translation>Level %1</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>最多 %1 字，多出的没有填入。</source>
        <translation>At most %1 characters; the rest was not taken.</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>并单（只处理主单）</source>
        <translation>Merge (only the main sheet goes on)</translation>
    </message>
    <message>
        <source>查找主单</source>
        <translation>Main sheet</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>同号</source>
        <translation>Same no.</translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>关联或合并到主单</source>
        <translation>Link to a main sheet, or merge</translation>
    </message>
    <message>
        <source>没有可选的主单。</source>
        <translation>There is no main sheet to choose.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>这张警单没有关联到别的警单。</source>
        <translation>This sheet is not linked to another.</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>机构</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>警区</source>
        <translation>Beats</translation>
    </message>
    <message>
        <source>警力</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>联动单位</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>值班表</source>
        <translation>Duty roster</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Warnings</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Location</name>
    <message>
        <source>地图选点</source>
        <translation>picked on map</translation>
    </message>
    <message>
        <source>运营商定位</source>
        <translation>located by carrier</translation>
    </message>
    <message>
        <source>基站定位</source>
        <translation>located by cell</translation>
    </message>
    <message>
        <source>小程序定位</source>
        <translation>located by mini-app</translation>
    </message>
    <message>
        <source>地名库</source>
        <translation>gazetteer</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>卫星定位</source>
        <translation>satellite</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>drill</translation>
    </message>
    <message>
        <source>误差 {metres} 米</source>
        <translation>±{metres} m</translation>
    </message>
    <message>
        <source>{metres} 米</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{kilometres} 公里</source>
        <translation>{kilometres} km</translation>
    </message>
    <message>
        <source>粘贴坐标</source>
        <translation>pasted coordinates</translation>
    </message>
</context>
<context>
    <name>LostMap</name>
    <message>
        <source>地图进程反复中断，已停止。队列、警力和派警不受影响。</source>
        <translation>The map&apos;s process broke off again and again and was stopped. Queue, units and dispatch go on.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>警情队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>查找警单</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>警力</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>联动通讯录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>接警单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>警情详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>漳州110 接处警工作站</source>
        <translation>Zhangzhou 110 dispatch workstation</translation>
    </message>
    <message>
        <source>请先在队列中选中要派警的警情。</source>
        <translation>Select the incident in the queue first.</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>值守登记</source>
        <translation>Who sits here</translation>
    </message>
    <message>
        <source>现在没有响铃。</source>
        <translation>Nothing rings now.</translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message>
        <source>坐标：%1</source>
        <translation>Coordinates: %1</translation>
    </message>
</context>
<context>
    <name>MapFinder</name>
    <message>
        <source>在地图上找地名、路口，或粘贴坐标</source>
        <translation>Find a name or crossing on the map, or paste coordinates</translation>
    </message>
</context>
<context>
    <name>MapLayer</name>
    <message>
        <source>警力</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>警情</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>密集时显示数量</source>
        <translation>Numbers where units crowd</translation>
    </message>
    <message>
        <source>选中警力的轨迹</source>
        <translation>Trail of the selected unit</translation>
    </message>
    <message>
        <source>警格</source>
        <translation>Beats</translation>
    </message>
    <message>
        <source>公安机构</source>
        <translation>Police bodies</translation>
    </message>
    <message>
        <source>建筑</source>
        <translation>Buildings</translation>
    </message>
    <message>
        <source>学校、医院等场所</source>
        <translation>Schools, hospitals and the like</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>Place names</translation>
    </message>
    <message>
        <source>联动单位</source>
        <translation>Linked agencies</translation>
    </message>
    <message>
        <source>封路与警戒区</source>
        <translation>Closures and cordons</translation>
    </message>
    <message>
        <source>警力覆盖薄弱处</source>
        <translation>Thin cover by units</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>地图进程中断，正在恢复。队列和派警不受影响。</source>
        <translation>The map&apos;s process broke off and is being restored. Queue and dispatch go on.</translation>
    </message>
    <message>
        <source>地图无法自行恢复，请按 %1 重新载入。队列和派警不受影响。</source>
        <translation>The map does not come back by itself: press %1 to load it again. Queue and dispatch go on.</translation>
    </message>
    <message>
        <source>请先选中要跟随的警力或警情。</source>
        <translation>Select a unit or an incident to follow first.</translation>
    </message>
    <message>
        <source>地图已换成“%1”。</source>
        <translation>The map shows “%1” now.</translation>
    </message>
    <message>
        <source>没有可说的路线：请选中警力和警情；只有装了道路数据的地区才有路线。</source>
        <translation>No directions to give: select a unit and an incident; only a region with roads has directions.</translation>
    </message>
    <message>
        <source>路线说明</source>
        <translation>Directions</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>%1分</source>
        <comment>age of a position, as short as can be</comment>
        <translation>%1m</translation>
    </message>
    <message>
        <source>%1时</source>
        <comment>age of a position, as short as can be</comment>
        <translation>%1h</translation>
    </message>
    <message>
        <source>%1天</source>
        <comment>age of a position, as short as can be</comment>
        <translation>%1d</translation>
    </message>
    <message>
        <source>演</source>
        <comment>drill, before a name, one letter</comment>
        <translation>D·</translation>
    </message>
    <message>
        <source>待</source>
        <comment>unit standing by, one letter</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>巡</source>
        <comment>unit on patrol, one letter</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>返</source>
        <comment>unit returning to patrol, one letter</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>押</source>
        <comment>unit escorting, one letter</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>停</source>
        <comment>unit paused, one letter</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>离</source>
        <comment>unit offline, one letter</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>急</source>
        <comment>officer needs help, one letter</comment>
        <translation>!</translation>
    </message>
    <message>
        <source>派</source>
        <comment>order given to unit, one letter</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>达</source>
        <comment>order has reached unit, one letter</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>签</source>
        <comment>unit has signed the order, one letter</comment>
        <translation>K</translation>
    </message>
    <message>
        <source>途</source>
        <comment>unit on the way, one letter</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>到</source>
        <comment>unit on scene, one letter</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>退</source>
        <comment>unit asks to return, one letter</comment>
        <translation>Q</translation>
    </message>
    <message>
        <source>%1秒</source>
        <translation>%1s</translation>
    </message>
    <message>
        <source>位置 %1前</source>
        <translation>position %1 ago</translation>
    </message>
    <message>
        <source>%1 公里/时</source>
        <translation>%1 km/h</translation>
    </message>
    <message>
        <source>正在跟随 %1，拖动地图停止</source>
        <translation>Following %1, drag the map to stop</translation>
    </message>
    <message>
        <source>点击地图加点；{undo} 撤回，{leave} 结束</source>
        <translation>Click to add points; {undo} takes one back, {leave} ends</translation>
    </message>
    <message>
        <source>长 %1</source>
        <translation>Length %1</translation>
    </message>
    <message>
        <source>长 %1 · 面积 %2</source>
        <translation>Length %1 · area %2</translation>
    </message>
    <message>
        <source>点击或 {take} 加点，{form} 换形状，{undo} 撤回，双击或 {finish} 完成，{leave} 放弃</source>
        <translation>A click or {take} adds a point, {form} changes the shape, {undo} takes one back, a double click or {finish} finishes, {leave} gives up</translation>
    </message>
    <message>
        <source>%1 米</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 公里</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 平方米</source>
        <translation>%1 m²</translation>
    </message>
    <message>
        <source>%1 平方公里</source>
        <translation>%1 km²</translation>
    </message>
    <message>
        <source>此处警力 %1</source>
        <translation>Units here: %1</translation>
    </message>
    <message>
        <source>直线×%1 估算 %2 公里</source>
        <translation>straight line ×%1, about %2 km</translation>
    </message>
    <message>
        <source>%1级</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>未定级</source>
        <translation>No level yet</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>受令、途中</source>
        <translation>Ordered or on the way</translation>
    </message>
    <message>
        <source>在现场</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>暂停、离线、押解</source>
        <translation>Paused, offline, escorting</translation>
    </message>
    <message>
        <source>求助、申请退单</source>
        <translation>Needs help, asks to return</translation>
    </message>
    <message>
        <source>尚无警力</source>
        <translation>Nobody on the way</translation>
    </message>
    <message>
        <source>已派警力</source>
        <translation>Units sent</translation>
    </message>
    <message>
        <source>待处结</source>
        <translation>To be closed</translation>
    </message>
    <message>
        <source>警力：颜色与形状</source>
        <translation>Units: colour and shape</translation>
    </message>
    <message>
        <source>警力：字</source>
        <translation>Units: letter</translation>
    </message>
    <message>
        <source>警力：外形</source>
        <translation>Units: outline</translation>
    </message>
    <message>
        <source>警情</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other signs</translation>
    </message>
    <message>
        <source>位置已旧：圈内可能所在</source>
        <translation>Old position: may be within the ring</translation>
    </message>
    <message>
        <source>此处警力数，外环为状态占比</source>
        <translation>Units here; the ring shows their states</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>直线距离，非道路</source>
        <translation>Straight line, no road</translation>
    </message>
    <message>
        <source>公安机构</source>
        <translation>Police bodies</translation>
    </message>
    <message>
        <source>警格</source>
        <translation>Beats</translation>
    </message>
    <message>
        <source>联动单位</source>
        <translation>Linked agencies</translation>
    </message>
    <message>
        <source>封路（%1）</source>
        <translation>Closure (%1)</translation>
    </message>
    <message>
        <source>警戒区（%1）</source>
        <translation>Cordon (%1)</translation>
    </message>
    <message>
        <source>线</source>
        <translation>line</translation>
    </message>
    <message>
        <source>面</source>
        <translation>area</translation>
    </message>
    <message>
        <source>圆</source>
        <translation>circle</translation>
    </message>
    <message>
        <source>半径 %1</source>
        <translation>Radius %1</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>封闭的道路</source>
        <translation>Closed road</translation>
    </message>
    <message>
        <source>警戒区</source>
        <translation>Cordon</translation>
    </message>
    <message>
        <source>封闭已到期</source>
        <translation>Closure expired</translation>
    </message>
    <message>
        <source>选中警力的轨迹，有道路数据时归到路上</source>
        <translation>Trail of the selected unit, on roads where roads are known</translation>
    </message>
    <message>
        <source>沿道路的路线</source>
        <translation>Way by road</translation>
    </message>
    <message>
        <source>几分钟内可达的范围（警灯）</source>
        <translation>Reached within some minutes (blue light)</translation>
    </message>
    <message>
        <source>%1 分钟内</source>
        <translation>within %1 min</translation>
    </message>
    <message>
        <source>标准时间内无空闲警力可到</source>
        <translation>No free unit in time</translation>
    </message>
    <message>
        <source>标准时间内只有一支可到</source>
        <translation>One free unit in time</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>封路</source>
        <translation>Closure</translation>
    </message>
    <message>
        <source>警戒区</source>
        <translation>Cordon</translation>
    </message>
    <message>
        <source>线</source>
        <translation>line</translation>
    </message>
    <message>
        <source>面</source>
        <translation>area</translation>
    </message>
    <message>
        <source>圆</source>
        <translation>circle</translation>
    </message>
    <message>
        <source>未到时</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>生效中</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>{title}（单向）</source>
        <translation>{title} (one way)</translation>
    </message>
    <message>
        <source>封路·{reason}</source>
        <translation>Closed: {reason}</translation>
    </message>
    <message>
        <source>至 {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>至解除</source>
        <translation>until lifted</translation>
    </message>
    <message>
        <source>{time} 起</source>
        <translation>from {time}</translation>
    </message>
</context>
<context>
    <name>MarkingForms</name>
    <message>
        <source>空为现在</source>
        <translation>empty: now</translation>
    </message>
    <message>
        <source>14:30 或 90 分钟；空为至解除</source>
        <translation>14:30, or 90 minutes; empty: until lifted</translation>
    </message>
    <message>
        <source>封路已解除，路线随即恢复。</source>
        <translation>The closure is lifted; routes use the road again.</translation>
    </message>
    <message>
        <source>警戒区已解除。</source>
        <translation>The cordon is lifted.</translation>
    </message>
    <message>
        <source>修改%1</source>
        <translation>Change: %1</translation>
    </message>
    <message>
        <source>登记%1</source>
        <translation>New: %1</translation>
    </message>
    <message>
        <source>解除：%1</source>
        <translation>Lift: %1</translation>
    </message>
    <message>
        <source>何时起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>何时止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>只封画线方向</source>
        <translation>Only the direction drawn</translation>
    </message>
    <message>
        <source>属于警单 %1，记入流水</source>
        <translation>Belongs to sheet %1, goes into its timeline</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
</context>
<context>
    <name>MarkingList</name>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>形状</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>警单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>登记人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>封路与警戒区</source>
        <translation>Closures and cordons</translation>
    </message>
    <message>
        <source>地图上没有封路，也没有警戒区。</source>
        <translation>There is no closure and no cordon on the map.</translation>
    </message>
    <message>
        <source>在图上看</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>解除</source>
        <translation>Lift</translation>
    </message>
</context>
<context>
    <name>Markings</name>
    <message>
        <source>所画之处没有道路，路线不受影响。请改画到路上。</source>
        <translation>There is no road where it was drawn; routes stay as they are. Draw it on the road.</translation>
    </message>
    <message>
        <source>已封闭 %1 段道路，路线和到达时间随即避开。</source>
        <translation>%1 stretches of road are closed; routes and times avoid them from now on.</translation>
    </message>
    <message>
        <source>已记下并显示。本地区没有道路数据，到达时间仍按直线估算。</source>
        <translation>Kept and shown. This region has no roads: times are still estimated as the crow flies.</translation>
    </message>
</context>
<context>
    <name>Move</name>
    <message>
        <source>警单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>估计到达</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>类别和地址</source>
        <translation>Class and address</translation>
    </message>
    <message>
        <source>指令送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>出警</source>
        <translation>Set out</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>处理完毕</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>申请退单…</source>
        <translation>Asks to return…</translation>
    </message>
    <message>
        <source>同意退单</source>
        <translation>Agree to return</translation>
    </message>
    <message>
        <source>撤回…</source>
        <translation>Call off…</translation>
    </message>
    <message>
        <source>不同意退单，继续处警</source>
        <translation>Refuse return, carry on</translation>
    </message>
</context>
<context>
    <name>MoveChooser</name>
    <message>
        <source>请先选中一支正在处警的警力。</source>
        <translation>Select a unit that is on a job first.</translation>
    </message>
    <message>
        <source>警力现在是“%1”，不能改派。</source>
        <translation>The unit is “%1” now and cannot be moved.</translation>
    </message>
    <message>
        <source>没有可改派的警情。</source>
        <translation>There is no incident to move it to.</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>改派原因（可不填）</source>
        <translation>Reason (may be left empty)</translation>
    </message>
    <message>
        <source>%1 未下达的改派原因</source>
        <translation>%1: the reason of a move not given</translation>
    </message>
    <message>
        <source>%1 正在处理 %2，改派到：</source>
        <translation>%1 is busy with %2. Move it to:</translation>
    </message>
    <message>
        <source>警单号、地址、类别；{give} 改派</source>
        <translation>Sheet number, address, class; {give} moves the unit</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>撤回 {units} 的派警</source>
        <translation>Call off {units}</translation>
    </message>
    <message>
        <source>{units} 申请退单</source>
        <translation>{units}: asks to return the job</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{units} 现在不能“{move}”。</source>
        <translation>{units}: “{move}” is not possible now.</translation>
    </message>
    <message>
        <source>没有选中警力。请在警力表（{units}）、详情或地图上选中一支在警的警力。</source>
        <translation>No unit is selected. Select one on a job in the units board ({units}), the details or the map.</translation>
    </message>
    <message>
        <source>{units} 不在处警。先用派警（{choose}）派去一起警情。</source>
        <translation>{units} has no job. Send it to an incident first ({choose}).</translation>
    </message>
    <message>
        <source>{units} 申请退单，请先在警力表决定：按 {grant} 同意，按 {refuse} 不同意。</source>
        <translation>{units} asks to be relieved. Decide in the units board first: {grant} grants, {refuse} refuses.</translation>
    </message>
    <message>
        <source>{units} 没有下一步可以推进。</source>
        <translation>{units} has no next step.</translation>
    </message>
    <message>
        <source>主处警力量只能有一支：请只选中一支警力。</source>
        <translation>There is one main unit: select one unit only.</translation>
    </message>
    <message>
        <source>{units} 已经是主处警力量。</source>
        <translation>{units} is the main unit already.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>区划</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>乡镇街道</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>城镇</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>村居</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>道路</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>路口</source>
        <translation>Crossing</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>门牌</source>
        <translation>House</translation>
    </message>
    <message>
        <source>里程桩</source>
        <translation>Kilometre post</translation>
    </message>
    <message>
        <source>别名</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>WGS-84（GPS、北斗、天地图）</source>
        <translation>WGS-84 (GPS, BeiDou, Tianditu)</translation>
    </message>
    <message>
        <source>GCJ-02（高德、腾讯、微信）</source>
        <translation>GCJ-02 (Amap, Tencent, WeChat)</translation>
    </message>
    <message>
        <source>BD-09（百度）</source>
        <translation>BD-09 (Baidu)</translation>
    </message>
    <message>
        <source>坐标未知</source>
        <translation>place not known</translation>
    </message>
    <message>
        <source>近 {name} {metres}</source>
        <translation>near {name} {metres}</translation>
    </message>
    <message>
        <source>辖区：{names}</source>
        <translation>Police ground: {names}</translation>
    </message>
    <message>
        <source>辖区未划定</source>
        <translation>No beat drawn here</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>联动单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Fed back</translation>
    </message>
    <message>
        <source>求警！</source>
        <translation>Police wanted!</translation>
    </message>
    <message>
        <source>须电话通知！</source>
        <translation>Ring them!</translation>
    </message>
    <message>
        <source>{step} 剩 {span}</source>
        <translation>{step}: {span} left</translation>
    </message>
    <message>
        <source>⚠ {step} 超 {span}</source>
        <translation>⚠ {step} {span} over</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>{agency}：指令现在是“{old}”，不能改为“{new}”。</source>
        <translation>{agency}: the order is “{old}” and cannot become “{new}”.</translation>
    </message>
    <message>
        <source>出发</source>
        <translation>Set out</translation>
    </message>
    <message>
        <source>答复求警</source>
        <translation>Answer police call</translation>
    </message>
    <message>
        <source>已电话通知</source>
        <translation>Told by phone</translation>
    </message>
    <message>
        <source>看照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>这个单位的反馈没有附照片。</source>
        <translation>No photos came with this body&apos;s feedback.</translation>
    </message>
</context>
<context>
    <name>OrderState</name>
    <message>
        <source>已出发</source>
        <translation>Set out</translation>
    </message>
</context>
<context>
    <name>OverdueWatch</name>
    <message>
        <source>有警情超时</source>
        <translation>An incident is overdue</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>蓝 实线</source>
        <translation>blue, solid</translation>
    </message>
    <message>
        <source>绿 虚线</source>
        <translation>green, dashed</translation>
    </message>
    <message>
        <source>橙 点线</source>
        <translation>orange, dotted</translation>
    </message>
    <message>
        <source>紫红 点划线</source>
        <translation>magenta, dash-dot</translation>
    </message>
    <message>
        <source>黄 短划线</source>
        <translation>yellow, short dashes</translation>
    </message>
    <message>
        <source>灰 密点线</source>
        <translation>grey, fine dots</translation>
    </message>
</context>
<context>
    <name>OverlayDialog</name>
    <message>
        <source>导入图层：%1</source>
        <translation>Import a layer: %1</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>%1 个 · %2 · %3</source>
        <translation>%1 shapes · %2 · %3</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>隐藏</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>叠加图层</source>
        <translation>Overlays</translation>
    </message>
    <message>
        <source>没有叠加图层。可导入 GeoJSON、KML、KMZ、GPX 和 Shapefile，也可以把文件拖到地图上。</source>
        <translation>No overlays. GeoJSON, KML, KMZ, GPX and shapefiles can be imported, or dropped on the map.</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>显示或隐藏</source>
        <translation>Show or hide</translation>
    </message>
    <message>
        <source>换样式</source>
        <translation>Other look</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>OverlayWork</name>
    <message>
        <source>导出所画的图形</source>
        <translation>Export what is drawn</translation>
    </message>
    <message>
        <source>已导出 %1 个图形：%2</source>
        <translation>%1 shapes exported: %2</translation>
    </message>
    <message>
        <source>这类文件应为 WGS-84；从国内地图导出的常是 GCJ-02，位置偏几百米时请改选。</source>
        <translation>Such files should be WGS-84; those from domestic maps are often GCJ-02. Choose it where they lie some hundred metres off.</translation>
    </message>
    <message>
        <source>坐标系不明时先用 WGS-84，位置偏几百米时移除后改选重导。</source>
        <translation>Where the datum is not known take WGS-84; if it lies some hundred metres off, remove it and import it with another.</translation>
    </message>
    <message>
        <source>导入图层</source>
        <translation>Import a layer</translation>
    </message>
</context>
<context>
    <name>Owed</name>
    <message>
        <source>应在 {time} 前完成接警并派警</source>
        <translation>Take and dispatch by {time}</translation>
    </message>
    <message>
        <source>应在 {time} 前派警</source>
        <translation>Dispatch by {time}</translation>
    </message>
    <message>
        <source>应在 {time} 前到场</source>
        <translation>On scene by {time}</translation>
    </message>
    <message>
        <source>应在 {time} 前反馈</source>
        <translation>Feedback by {time}</translation>
    </message>
    <message>
        <source>已反馈，应在 {time} 前处结</source>
        <translation>Fed back; close by {time}</translation>
    </message>
    <message>
        <source>还剩 {span}</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <source>⚠ 已超时 {span}</source>
        <translation>⚠ {span} late</translation>
    </message>
    <message>
        <source>接警</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>派警</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrive</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>处结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{owed} {span}</source>
        <translation>{owed} {span}</translation>
    </message>
    <message>
        <source>▲{owed} +{span}</source>
        <translation>▲{owed} +{span}</translation>
    </message>
    <message>
        <source>{owed}应在 {at} 前，还剩 {span}</source>
        <translation>{owed} by {at}, {span} left</translation>
    </message>
    <message>
        <source>{owed}应在 {at} 前，已超 {span}</source>
        <translation>{owed} by {at}, {span} late</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>sign</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>清空重填</source>
        <translation>Start over</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>处结</source>
        <translation>Close the incident</translation>
    </message>
    <message>
        <source>重开，请说明原因</source>
        <translation>Reopen: give the reason</translation>
    </message>
    <message>
        <source>退单，请说明原因</source>
        <translation>Return the sheet: give the reason</translation>
    </message>
    <message>
        <source>撤回警力，请说明原因</source>
        <translation>Call the unit off: give the reason</translation>
    </message>
    <message>
        <source>联动单位反馈</source>
        <translation>Feedback of the agency</translation>
    </message>
    <message>
        <source>结束联动指令，请说明原因</source>
        <translation>End the order: give the reason</translation>
    </message>
    <message>
        <source>登记当事人</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>修改当事人</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>已恢复 %1 未提交的内容，请核对后提交。</source>
        <translation>What was typed at %1 and not submitted is here again; check it, then submit.</translation>
    </message>
    <message>
        <source>警单 %1 未提交的表单</source>
        <translation>Sheet %1: a form not submitted</translation>
    </message>
    <message>
        <source>未提交的表单</source>
        <translation>A form not submitted</translation>
    </message>
    <message>
        <source>回访报警人</source>
        <translation>Ask the caller back</translation>
    </message>
    <message>
        <source>派警单 {number}（{sign}）</source>
        <translation>Order {number} ({sign})</translation>
    </message>
    <message>
        <source>划除反馈 {number}，请说明原因</source>
        <translation>Strike feedback {number}: why?</translation>
    </message>
    <message>
        <source>止付结果</source>
        <translation>Result of the stop</translation>
    </message>
    <message>
        <source>止付到期后的处理</source>
        <translation>What followed the hold</translation>
    </message>
    <message>
        <source>撤销止付，请说明原因</source>
        <translation>Withdraw the stop order: why</translation>
    </message>
    <message>
        <source>答复联动单位的警力请求</source>
        <translation>Answer the agency&apos;s call for police</translation>
    </message>
    <message>
        <source>已电话通知联动单位</source>
        <translation>The agency was told by telephone</translation>
    </message>
    <message>
        <source>补录话务</source>
        <translation>Complete the call</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>男</source>
        <translation>male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>female</translation>
    </message>
    <message>
        <source>打印人 {by} · 席位 {seat} · {at}</source>
        <translation>Printed by {by} · seat {seat} · {at}</translation>
    </message>
    <message>
        <source>警力|下达|送达|签收|出警|到场|完毕|状态</source>
        <translation>Unit|Ordered|Delivered|Signed|Set out|On scene|Finished|State</translation>
    </message>
    <message>
        <source>派警</source>
        <translation>Units sent</translation>
    </message>
    <message>
        <source>时间|警力·民警|类别|结果|处置情况</source>
        <translation>Time|Unit, officer|Class|Result|What was done</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>联动单位|发送|签收|到场|反馈|指令与答复</source>
        <translation>Agency|Sent|Signed|On scene|Fed back|Order and answer</translation>
    </message>
    <message>
        <source>联动</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>身份|姓名·性别|电话|证件号码|住址·单位·说明</source>
        <translation>Role|Name, sex|Phone|ID number|Address, work, remarks</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>来电时间|号码|等待|通话|接听|录音编号</source>
        <translation>Rang at|Number|Waited|Talked|Answered by|Recording</translation>
    </message>
    <message>
        <source>话务</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>流水（不含逐项修改）</source>
        <translation>Timeline (without changes of single fields)</translation>
    </message>
    <message>
        <source>时间|内容|人员·席位</source>
        <translation>Time|What|Who, seat</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>anonymous</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>DRILL</translation>
    </message>
    <message>
        <source>保密</source>
        <translation>SECRET</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>STRUCK</translation>
    </message>
    <message>
        <source>漳州110 接警单</source>
        <translation>Zhangzhou 110 incident sheet</translation>
    </message>
    <message>
        <source>接警员</source>
        <translation>Call taker</translation>
    </message>
    <message>
        <source>值班领导</source>
        <translation>Duty leader</translation>
    </message>
    <message>
        <source>警单编号</source>
        <translation>Sheet number</translation>
    </message>
    <message>
        <source>接警类别</source>
        <translation>Class as taken</translation>
    </message>
    <message>
        <source>反馈类别</source>
        <translation>Class as fed back</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>报警时间</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>接警时间</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>接警完成</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>接警人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>主单</source>
        <translation>Main sheet</translation>
    </message>
    <message>
        <source>报警人</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Beware</translation>
    </message>
    <message>
        <source>警情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>处结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>（保密）</source>
        <translation>(secret)</translation>
    </message>
    <message>
        <source>漳州110 交接班表</source>
        <translation>Zhangzhou 110 shift summary</translation>
    </message>
    <message>
        <source>交班人</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>接班人</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>警单</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>派警的警单</source>
        <translation>Sheets with units sent</translation>
    </message>
    <message>
        <source>已处结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>五分钟内到场</source>
        <translation>On scene in 5 minutes</translation>
    </message>
    <message>
        <source>十分钟内到场</source>
        <translation>On scene in 10 minutes</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>最近十二小时</source>
        <translation>The last twelve hours</translation>
    </message>
    <message>
        <source>待联动答复 {count}</source>
        <translation>agencies owe {count}</translation>
    </message>
    <message>
        <source>未处结警单</source>
        <translation>Open sheets</translation>
    </message>
    <message>
        <source>警单编号|级别|类别|地址|状态|余时|警力</source>
        <translation>Number|Level|Class|Address|State|Left|Units</translation>
    </message>
    <message>
        <source>在办警力</source>
        <translation>Units on a job</translation>
    </message>
    <message>
        <source>警力|带班|状态|自|警单编号</source>
        <translation>Unit|Leader|State|Since|Sheet</translation>
    </message>
    <message>
        <source>警力状态</source>
        <translation>Units by state</translation>
    </message>
    <message>
        <source>状态|警力数</source>
        <translation>State|Units</translation>
    </message>
    <message>
        <source>{persons} 人 {vehicles} 车 {boats} 艇</source>
        <translation>{persons} officers, {vehicles} vehicles, {boats} boats</translation>
    </message>
    <message>
        <source>代码|单位|序|联系人|电话|值班|备注</source>
        <translation>Code|Body|No.|Contact|Telephone|Duty|Note</translation>
    </message>
    <message>
        <source>公安机构</source>
        <translation>Police bodies</translation>
    </message>
    <message>
        <source>漳州110 社会联动通讯录</source>
        <translation>Zhangzhou 110 directory of linked bodies</translation>
    </message>
</context>
<context>
    <name>Party</name>
    <message>
        <source>姓名不详</source>
        <translation>Name unknown</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>PartyList</name>
    <message>
        <source>划除当事人</source>
        <translation>Strike person</translation>
    </message>
    <message>
        <source>修改当事人</source>
        <translation>Change person</translation>
    </message>
</context>
<context>
    <name>PayeesField</name>
    <message>
        <source>每行一个：账号 户名 银行 金额 时间</source>
        <translation>One a line: account, holder, bank, sum, time</translation>
    </message>
</context>
<context>
    <name>PersonPane</name>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>{name}（{number}）在本席值守</source>
        <translation>{name} ({number}) sits at this seat</translation>
    </message>
    <message>
        <source>谁在本席值守？</source>
        <translation>Who sits at this seat?</translation>
    </message>
    <message>
        <source>下岗</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>先做一次演练</source>
        <translation>Try a drill first</translation>
    </message>
    <message>
        <source>本席 {seat} 还没有登记值守人员。</source>
        <translation>Nobody has signed on at seat {seat} yet.</translation>
    </message>
    <message>
        <source>现在：{name}（{number}），{since} 起。填写接班人，即完成交接。</source>
        <translation>Now: {name} ({number}), since {since}. To hand over, fill in who takes over.</translation>
    </message>
    <message>
        <source>上岗</source>
        <translation>Sign on</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>姓名和警号写入每一条流水和记录。身份由本人申报，本程序没有口令；不登记也能接警，记录中写席位名。来电随时可按 {answer} 接听。</source>
        <translation>Name and number are written into every timeline and record. People say who they are: this program has no passwords. Without a name calls can be taken too, and records carry the seat&apos;s. A call can be answered with {answer} at any time.</translation>
    </message>
    <message>
        <source>上一班交接（未阅）：{note}</source>
        <translation>From the shift before (unread): {note}</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>{agency} 的照片 {at}</source>
        <translation>Photo {at} of {agency}</translation>
    </message>
    <message>
        <source>本席没有这张照片。</source>
        <translation>This seat does not have the photo.</translation>
    </message>
    <message>
        <source>这张照片打不开。</source>
        <translation>This photo cannot be opened.</translation>
    </message>
</context>
<context>
    <name>PickField</name>
    <message>
        <source>编码、名称、拼音或首字母</source>
        <translation>Code, name, pinyin or initials</translation>
    </message>
    <message>
        <source>没有符合的条目，请换个说法</source>
        <translation>Nothing matches; try other words</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>采用</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>把报警人位置作为案发位置</source>
        <translation>Take the caller&apos;s place as the place of the incident</translation>
    </message>
    <message>
        <source>尚未选点</source>
        <translation>No place picked yet</translation>
    </message>
    <message>
        <source>地图选点</source>
        <translation>Pick on map</translation>
    </message>
    <message>
        <source>报警人：%1</source>
        <translation>Caller: %1</translation>
    </message>
    <message>
        <source>打开的警单没有报警人位置。请在地图上选点。</source>
        <translation>The open sheet has no place of the caller. Pick one on the map.</translation>
    </message>
    <message>
        <source>已采用报警人位置。</source>
        <translation>The place of the caller is taken already.</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>有同名地点，请选定是哪一处。</source>
        <translation>Several places bear this name. Choose which is meant.</translation>
    </message>
    <message>
        <source>坐标 %1 没有写明坐标系，请选定；选错会偏 500 米以上。</source>
        <translation>Nothing says which datum %1 is in. Choose; the wrong one is off by 500 m and more.</translation>
    </message>
    <message>
        <source>地名库没有“%1”的坐标，请在地图上选点。</source>
        <translation>Where “%1” lies is not known. Pick the point on the map.</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>任意警力</source>
        <translation>any unit</translation>
    </message>
    <message>
        <source>{what}（≥{crew} 人）</source>
        <translation>{what} (≥{crew} people)</translation>
    </message>
    <message>
        <source>{what} ×{count}</source>
        <translation>{what} ×{count}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>出动预案</source>
        <translation>Response plans</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>预案 %1 个，其中 %2 个按现有在岗警力凑不齐。</source>
        <translation>%1 plans; for %2 of them the units on duty do not suffice.</translation>
    </message>
    <message>
        <source>看不懂的预案：%1</source>
        <translation>Plans not understood: %1</translation>
    </message>
    <message>
        <source>出动预案已导入。</source>
        <translation>The response plans were imported.</translation>
    </message>
    <message>
        <source>出动预案已导出到 %1</source>
        <translation>The response plans were written to %1</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>预案</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>一级出动</source>
        <translation>First alarm</translation>
    </message>
    <message>
        <source>二级出动</source>
        <translation>Second alarm</translation>
    </message>
    <message>
        <source>三级出动</source>
        <translation>Third alarm</translation>
    </message>
    <message>
        <source>备勤</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>现有在岗警力缺</source>
        <translation>Missing on duty</translation>
    </message>
    <message>
        <source>不缺</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>{tier} 级：{missing}</source>
        <translation>level {tier}: {missing}</translation>
    </message>
</context>
<context>
    <name>PointField</name>
    <message>
        <source>请写经度和纬度，如 117.64640, 24.51300。</source>
        <translation>Write longitude and latitude, as 117.64640, 24.51300.</translation>
    </message>
    <message>
        <source>经度, 纬度（WGS-84）</source>
        <translation>Longitude, latitude (WGS-84)</translation>
    </message>
    <message>
        <source>用警情位置</source>
        <translation>Incident&apos;s place</translation>
    </message>
    <message>
        <source>用警力位置</source>
        <translation>Unit&apos;s place</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>请先选中一张警单。</source>
        <translation>Select a sheet first.</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>这台机器没有打印机，改存为 PDF。</source>
        <translation>This machine has no printer; it is saved as a PDF instead.</translation>
    </message>
    <message>
        <source>已存为 %1，共 %2 页。</source>
        <translation>Saved as %1, %2 pages.</translation>
    </message>
    <message>
        <source>打印机没有接受，请检查打印机后重试。</source>
        <translation>The printer did not take it. Check the printer and try again.</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>警力</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Reported</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>警情队列</source>
        <translation>Queue of incidents</translation>
    </message>
    <message>
        <source>{all} 件 · 待派 {waiting}</source>
        <translation>Open {all} · Waiting {waiting}</translation>
    </message>
    <message>
        <source>▲ 超时 {overdue}</source>
        <translation>▲ Late {overdue}</translation>
    </message>
    <message>
        <source>▲ 筛选隐藏 {hidden} 件</source>
        <translation>▲ {hidden} hidden by the filter</translation>
    </message>
    <message>
        <source>没有未处结的警情。
有来电时按 {answer} 接听；不经来电的按 {new} 新建警单。</source>
        <translation>No open incidents.
Press {answer} to answer a call, {new} to open a sheet without one.</translation>
    </message>
    <message>
        <source>{count} 项变动待显示</source>
        <translation>{count} changes waiting</translation>
    </message>
    <message>
        <source>指着队列时各行不动；点击立即显示，移开即自动显示</source>
        <translation>Rows stay in place while you point at the queue; click to show the changes now, or move away</translation>
    </message>
    <message>
        <source>没有符合筛选的警情。按 {clear} 显示全部。</source>
        <translation>No incident passes the filter. {clear} shows all.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>{reason}：{words}</source>
        <translation>{reason}: {words}</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>说明原因</source>
        <translation>Give the reason</translation>
    </message>
    <message>
        <source>补充说明，可不填</source>
        <translation>More words (may be left empty)</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation>Choose a reason</translation>
    </message>
</context>
<context>
    <name>RegionDialog</name>
    <message>
        <source>读取数据</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>行政区划</source>
        <translation>Boundaries</translation>
    </message>
    <message>
        <source>底图</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>道路</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>收尾</source>
        <translation>Finishing</translation>
    </message>
    <message>
        <source>检查并启用</source>
        <translation>Proving and installing</translation>
    </message>
    <message>
        <source>地图数据</source>
        <translation>Map data</translation>
    </message>
    <message>
        <source>选择地图数据</source>
        <translation>Choose map data</translation>
    </message>
    <message>
        <source>磁盘空间不足。请腾出空间。</source>
        <translation>There is too little room on the disk. Make room first.</translation>
    </message>
    <message>
        <source>还没有选择文件。也可以把文件拖到地图上。</source>
        <translation>No file is chosen yet. A file may be dropped on the map, too.</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>在后台继续</source>
        <translation>Go on in the background</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>这是制作好的地区，检查后即可启用。</source>
        <translation>This region is built already: it is proved, then used.</translation>
    </message>
    <message>
        <source>约需 %1 秒、%2 MB 磁盘（可用 %3 MB）。停止后可从中断处继续。</source>
        <translation>Takes about %1 s and %2 MB of disk (%3 MB are free). A build that is stopped goes on where it was.</translation>
    </message>
    <message>
        <source>离线地图：制作或启用地区</source>
        <translation>Offline map: build or use a region</translation>
    </message>
    <message>
        <source>用一个 OpenStreetMap 数据文件（.osm.pbf、.osm、.osm.bz2）制作底图、道路和地名，完成后自动启用。</source>
        <translation>Makes base map, roads and names of one OpenStreetMap file (.osm.pbf, .osm, .osm.bz2) and puts them in use.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>只取</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>留空则取数据中最大的城市</source>
        <translation>Empty: the largest city of the file</translation>
    </message>
    <message>
        <source>区划名称，或 西,南,东,北；留空则全部</source>
        <translation>A boundary&apos;s name, or west,south,east,north; empty: all</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose a file…</translation>
    </message>
</context>
<context>
    <name>RegionWork</name>
    <message>
        <source>地区已启用，地图已换上。</source>
        <translation>The region is in use, and the map shows it.</translation>
    </message>
    <message>
        <source>没有成功，原因不明。请查看日志。</source>
        <translation>It did not work, for a reason unknown. See the log.</translation>
    </message>
    <message>
        <source>已停止。再按“开始”从中断处继续。</source>
        <translation>Stopped. “Start” goes on from there.</translation>
    </message>
</context>
<context>
    <name>Related</name>
    <message>
        <source>▲ 重复 同号 {span}</source>
        <translation>▲ Same number {span}</translation>
    </message>
    <message>
        <source>▲ 重复 同号纠纷 {span}</source>
        <translation>▲ Same quarrel {span}</translation>
    </message>
    <message>
        <source>▲ 疑似 {score} 分 {metres} {span}</source>
        <translation>▲ likely {score} {metres} {span}</translation>
    </message>
    <message>
        <source>附近 {metres}</source>
        <translation>Near {metres}</translation>
    </message>
    <message>
        <source>同号 {day}</source>
        <translation>Earlier {day}</translation>
    </message>
    <message>
        <source>{count} 分钟</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} 小时</source>
        <translation>{count} h</translation>
    </message>
</context>
<context>
    <name>RelatedList</name>
    <message>
        <source>解除关联</source>
        <translation>Unlink</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>✓ 已关联到主单 %1</source>
        <translation>✓ Linked to main sheet %1</translation>
    </message>
    <message>
        <source>同号一小时内的一张警单，直接关联</source>
        <translation>One sheet of the same number within the hour: linked at once</translation>
    </message>
    <message>
        <source>疑似重复 %1</source>
        <translation>Likely the same %1</translation>
    </message>
    <message>
        <source>%1内在办 %2</source>
        <translation>Open within %1: %2</translation>
    </message>
    <message>
        <source>同号历史 %1</source>
        <translation>Earlier by number: %1</translation>
    </message>
    <message>
        <source>选择关联</source>
        <translation>Choose link</translation>
    </message>
    <message>
        <source>上下移动选中，{open} 关联，{leave} 返回</source>
        <translation>Move up and down to choose, {open} links, {leave} goes back</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>催办中</source>
        <translation>reminding</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>stopped</translation>
    </message>
</context>
<context>
    <name>ReminderWatch</name>
    <message>
        <source>等 %1 支</source>
        <translation>and more: %1 in all</translation>
    </message>
    <message>
        <source>催办，报指挥长：%1</source>
        <translation>Reminder, for the commander: %1</translation>
    </message>
    <message>
        <source>催办：%1</source>
        <translation>Reminder: %1</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>反馈处理结果</source>
        <translation>Feed back what was done</translation>
    </message>
    <message>
        <source>退回指令，请说明原因</source>
        <translation>Give the order back: why?</translation>
    </message>
    <message>
        <source>请求警力到场，请说明情况</source>
        <translation>Call for police: what is the matter?</translation>
    </message>
    <message>
        <source>发出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>附照片</source>
        <translation>Attach photos</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>把数据写到</source>
        <translation>Write the data to</translation>
    </message>
    <message>
        <source>数据已完整写入 %1，现在用的就是它。下次启动也请打开这个文件。</source>
        <translation>All data is in %1 and the desk goes on with it. Open this file at the next start, too.</translation>
    </message>
    <message>
        <source>另存并继续…</source>
        <translation>Save elsewhere and go on…</translation>
    </message>
</context>
<context>
    <name>Rings</name>
    <message>
        <source>本地区没有道路数据，画不出可达圈。</source>
        <translation>This region has no roads: there are no rings to draw.</translation>
    </message>
    <message>
        <source>请先选中位置已知的警力，或已定位的警情。</source>
        <translation>Select a unit whose position is known, or an incident that has a place.</translation>
    </message>
</context>
<context>
    <name>Scope</name>
    <message>
        <source>任何地方</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source>各种列表</source>
        <translation>Any list</translation>
    </message>
    <message>
        <source>列表上的查找框</source>
        <translation>Search box of a list</translation>
    </message>
    <message>
        <source>警情队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>警力表</source>
        <translation>Units board</translation>
    </message>
    <message>
        <source>派警、改派窗口</source>
        <translation>Dispatch windows</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>表单各项</source>
        <translation>Fields of forms</translation>
    </message>
    <message>
        <source>列出条目的一项</source>
        <translation>Fields with offers</translation>
    </message>
    <message>
        <source>警情级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>小表单</source>
        <translation>Small forms</translation>
    </message>
    <message>
        <source>接警单</source>
        <translation>Sheet form</translation>
    </message>
    <message>
        <source>警情详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>联动指令</source>
        <translation>Agency orders</translation>
    </message>
    <message>
        <source>通讯录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>命令行</source>
        <translation>Command line</translation>
    </message>
    <message>
        <source>值守登记</source>
        <translation>Who sits here</translation>
    </message>
    <message>
        <source>帮助窗口</source>
        <translation>Help window</translation>
    </message>
    <message>
        <source>查找警单</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>大屏</source>
        <translation>Wall</translation>
    </message>
    <message>
        <source>微预案</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>封路与警戒区列表</source>
        <translation>List of closures and cordons</translation>
    </message>
    <message>
        <source>叠加图层列表</source>
        <translation>List of overlays</translation>
    </message>
    <message>
        <source>地点别名列表</source>
        <translation>List of aliases</translation>
    </message>
    <message>
        <source>止付单</source>
        <translation>Stop order</translation>
    </message>
    <message>
        <source>联动单位窗口</source>
        <translation>Window of a linked body</translation>
    </message>
    <message>
        <source>预警指令列表</source>
        <translation>List of warnings</translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message>
        <source>打开窗口，数据就位</source>
        <translation>the window opens, the data is there</translation>
    </message>
    <message>
        <source>中文字形齐全</source>
        <translation>Chinese has all its glyphs</translation>
    </message>
    <message>
        <source>地图画出陆地和水面</source>
        <translation>the map paints land and water</translation>
    </message>
    <message>
        <source>接听来电，填写并完成警单</source>
        <translation>a call is answered, a sheet typed and completed</translation>
    </message>
    <message>
        <source>派警，逐步到完毕</source>
        <translation>a unit is sent and led to the end</translation>
    </message>
    <message>
        <source>用拼音首字母找到警单</source>
        <translation>the sheet is found by initials</translation>
    </message>
    <message>
        <source>反馈并处结</source>
        <translation>feedback, and closed</translation>
    </message>
    <message>
        <source>日志与数据相符</source>
        <translation>the journal fits the rows</translation>
    </message>
    <message>
        <source>警单打印为 PDF</source>
        <translation>the sheet is printed to a PDF</translation>
    </message>
    <message>
        <source>通讯录导出再导入</source>
        <translation>the directory goes out and comes back</translation>
    </message>
    <message>
        <source>制作地区，找到道路</source>
        <translation>makes a region, finds a way</translation>
    </message>
    <message>
        <source>备份并恢复</source>
        <translation>a backup is made and brought back</translation>
    </message>
    <message>
        <source>没有任何请求离开本机</source>
        <translation>no request left this machine</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>这张警单还在接警中，由接警人完成后才能派警。</source>
        <translation>This sheet is still being taken; its taker completes it before units go.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>未知</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>他处已改为“%1”</source>
        <translation>Changed elsewhere to “%1”</translation>
    </message>
    <message>
        <source>更多（涉险标记、伤亡、车牌、证件、标签、管辖、来源编号）</source>
        <translation>More (dangers, casualties, plate, ID, tags, station, source number)</translation>
    </message>
    <message>
        <source>先填地址并选点，才能存为别名。</source>
        <translation>An alias needs an address and a picked point.</translation>
    </message>
    <message>
        <source>已把“%1”存为别名。</source>
        <translation>“%1” is kept as an alias.</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>演练 </source>
        <translation>Drill </translation>
    </message>
    <message>
        <source>● 未保存</source>
        <translation>● Not saved</translation>
    </message>
    <message>
        <source>✓ 已保存</source>
        <translation>✓ Saved</translation>
    </message>
    <message>
        <source>✓ 已保存 %1</source>
        <translation>✓ Saved %1</translation>
    </message>
    <message>
        <source>无来电号码</source>
        <translation>No caller&apos;s number</translation>
    </message>
    <message>
        <source>报警 %1</source>
        <translation>reported %1</translation>
    </message>
    <message>
        <source>机主 %1</source>
        <translation>subscriber %1</translation>
    </message>
    <message>
        <source>此号来电 %1 次，警单 %2 张</source>
        <translation>This number: calls %1, sheets %2</translation>
    </message>
    <message>
        <source>▲ 其中无效 %1 张</source>
        <translation>▲ marked invalid: %1</translation>
    </message>
    <message>
        <source>● 未提交 %1 起</source>
        <translation>● Unsent since %1</translation>
    </message>
    <message>
        <source>■ 未保存 %1 起</source>
        <translation>■ Unsaved since %1</translation>
    </message>
</context>
<context>
    <name>SheetLayout</name>
    <message>
        <source>作废这张警单，请说明原因</source>
        <translation>Void this sheet: give the reason</translation>
    </message>
    <message>
        <source>完成接警</source>
        <translation>Complete sheet</translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Drop changes</translation>
    </message>
    <message>
        <source>丢弃尚未提交的修改，恢复为已保存的内容</source>
        <translation>Throw away the changes that were not submitted and show what is saved</translation>
    </message>
    <message>
        <source>没有正在填写的警单

{answer} 接听来电    {new} 新建警单    {edit} 修改选中的警单</source>
        <translation>No sheet is being filled in

{answer} answer a call    {new} new sheet    {edit} edit the selected sheet</translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message>
        <source>请选中一张在办的警单；已处结的要先重开。</source>
        <translation>Select an open sheet; a closed one has to be reopened first.</translation>
    </message>
    <message>
        <source>没有打开的警单。按 {answer} 接听来电，{new} 新建，或选中一张在办的按 {edit}。</source>
        <translation>No sheet is open. Press {answer} to answer a call, {new} for a new sheet, or select an open one and press {edit}.</translation>
    </message>
    <message>
        <source>警单 %1 现在是“%2”，不能作废。</source>
        <translation>Sheet %1 is “%2” and cannot be struck.</translation>
    </message>
    <message>
        <source>警单已不在办，未提交的修改没有写入，已另行保存；重开警单后可继续。</source>
        <translation>The sheet is no longer open. Changes not submitted are not in it, but kept: reopen the sheet to go on.</translation>
    </message>
</context>
<context>
    <name>SourceFeed</name>
    <message>
        <source>来话与位置信号已中断（%1），屏幕上的位置不再更新。请用电话和电台核实，并重启程序。</source>
        <translation>Calls and positions come no more (%1); the positions on the screen are old. Check by telephone and radio, and restart the program.</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>接警中</source>
        <translation>Taking</translation>
    </message>
    <message>
        <source>待派警</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已派警</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>已到场</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>待处结</source>
        <translation>To close</translation>
    </message>
    <message>
        <source>已处结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已退单</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已并单</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>已下达</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>出警途中</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>在现场</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>处理完毕</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>申请退单</source>
        <translation>Asks return</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Called off</translation>
    </message>
    <message>
        <source>已改派</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>已发送</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已反馈</source>
        <translation>Fed back</translation>
    </message>
    <message>
        <source>振铃</source>
        <translation>Ringing</translation>
    </message>
    <message>
        <source>通话中</source>
        <translation>Talking</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>未接挂断</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>驻点待命</source>
        <translation>Standing by</translation>
    </message>
    <message>
        <source>巡逻待命</source>
        <translation>On patrol</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>押解送医</source>
        <translation>Escorting</translation>
    </message>
    <message>
        <source>返巡</source>
        <translation>Returning</translation>
    </message>
    <message>
        <source>紧急求助</source>
        <translation>Needs help</translation>
    </message>
    <message>
        <source>待提交</source>
        <translation>To be sent</translation>
    </message>
    <message>
        <source>已提交</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>已止付</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Withdrawn</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>选点在警区“%1”内</source>
        <translation>The point is in beat “%1”</translation>
    </message>
    <message>
        <source>选点在警区“%1”内，与所填不同</source>
        <translation>The point is in beat “%1”, which belongs to another body</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>席位：%1</source>
        <translation>Seat: %1</translation>
    </message>
    <message>
        <source>演练 %1</source>
        <translation>Drill %1</translation>
    </message>
    <message>
        <source>位置：无来源</source>
        <translation>Positions: no source</translation>
    </message>
    <message>
        <source>⚠ 位置中断 %1 秒</source>
        <translation>⚠ No positions for %1 s</translation>
    </message>
    <message>
        <source>位置：正常</source>
        <translation>Positions: live</translation>
    </message>
    <message>
        <source>正在保存 %1</source>
        <translation>Saving %1</translation>
    </message>
    <message>
        <source>✓ 已全部保存</source>
        <translation>✓ All saved</translation>
    </message>
    <message>
        <source>⚠ 本机时钟慢 %1</source>
        <translation>⚠ Machine&apos;s clock is %1 behind</translation>
    </message>
    <message>
        <source>■ 来话与位置已中断</source>
        <translation>■ Calls and positions lost</translation>
    </message>
    <message>
        <source>■ %1 起不能保存</source>
        <translation>■ Cannot save since %1</translation>
    </message>
    <message>
        <source>■ 数据文件只读，不能保存</source>
        <translation>■ Data file read-only: cannot save</translation>
    </message>
    <message>
        <source>▲ 磁盘只剩 %1 MB</source>
        <translation>▲ Only %1 MB left on disk</translation>
    </message>
    <message>
        <source>席位：%1 · 未登记</source>
        <translation>Seat: %1 · nobody signed on</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>接警</source>
        <translation>Taking</translation>
    </message>
    <message>
        <source>派警</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
</context>
<context>
    <name>Stop</name>
    <message>
        <source>{yuan} 元</source>
        <translation>{yuan} yuan</translation>
    </message>
    <message>
        <source>没有账号</source>
        <translation>No account</translation>
    </message>
    <message>
        <source>卡号校验位不符，请再核对</source>
        <translation>the card&apos;s check digit is wrong: ask again</translation>
    </message>
    <message>
        <source>✓ {count} 个账号</source>
        <translation>✓ {count} accounts</translation>
    </message>
    <message>
        <source>银行未知</source>
        <translation>bank unknown</translation>
    </message>
    <message>
        <source>止付单</source>
        <translation>Stop order</translation>
    </message>
    <message>
        <source>收款账号</source>
        <translation>Accounts paid</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>{count} 个账号</source>
        <translation>{count} accounts</translation>
    </message>
    <message>
        <source>⚠ 超时 {span}</source>
        <translation>⚠ late by {span}</translation>
    </message>
    <message>
        <source>剩 {span} 提交</source>
        <translation>{span} left to send</translation>
    </message>
    <message>
        <source>止付到 {at}</source>
        <translation>held until {at}</translation>
    </message>
    <message>
        <source>⚠ 止付已到期 {span}</source>
        <translation>⚠ hold over for {span}</translation>
    </message>
    <message>
        <source>等待结果</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>金额未填</source>
        <translation>no sum yet</translation>
    </message>
    <message>
        <source>止付单 · {at} 前提交</source>
        <translation>Stop order · send before {at}</translation>
    </message>
    <message>
        <source>转账方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>StopList</name>
    <message>
        <source>提交</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>止付单现在是“{old}”，不能改为“{new}”。</source>
        <translation>The stop order is now “{old}” and cannot become “{new}”.</translation>
    </message>
</context>
<context>
    <name>TagsField</name>
    <message>
        <source>用空格分开</source>
        <translation>Separated by blanks</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>粘贴的内容有 %1 字，最多 %2 字；没有填入，仍在剪贴板上。</source>
        <translation>What you paste has %1 characters, at most %2 fit; nothing was taken, it is still on the clipboard.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>人员·席位</source>
        <translation>Who, seat</translation>
    </message>
    <message>
        <source>由 {by} 于 {at} 划除</source>
        <translation>Struck by {by} at {at}</translation>
    </message>
    <message>
        <source>划除</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>手写</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>警单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>警力</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>联动</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>话务</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>在流水中查找</source>
        <translation>Search the timeline</translation>
    </message>
    <message>
        <source>流水的种类</source>
        <translation>Kind of line</translation>
    </message>
    <message>
        <source>流水 %1</source>
        <translation>Timeline %1</translation>
    </message>
    <message>
        <source>↓ 最新（%1 条未看）</source>
        <translation>↓ Newest (%1 unseen)</translation>
    </message>
    <message>
        <source>↓ 最新</source>
        <translation>↓ Newest</translation>
    </message>
    <message>
        <source>划除自己写的一条，内容仍可见（{strike}）</source>
        <translation>Strike a note of your own; it stays readable ({strike})</translation>
    </message>
</context>
<context>
    <name>UnitColumn</name>
    <message>
        <source>呼号</source>
        <translation>Call sign</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>自</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>警情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>车型</source>
        <translation>Type, crew</translation>
    </message>
    <message>
        <source>演练 {call_sign}</source>
        <translation>Drill {call_sign}</translation>
    </message>
    <message>
        <source>无位置</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{span} 前</source>
        <translation>{span} ago</translation>
    </message>
    <message>
        <source>▲{span} 前</source>
        <translation>▲{span} ago</translation>
    </message>
    <message>
        <source>最后位置 {at}</source>
        <translation>Last position {at}</translation>
    </message>
    <message>
        <source>本机没有收到过这支警力的位置</source>
        <translation>This machine has never had a position of this unit</translation>
    </message>
    <message>
        <source>{kind} {crew}人</source>
        <translation>{kind} {crew}</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Check-in</translation>
    </message>
    <message>
        <source>所在</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>▲逾期 {span}</source>
        <translation>▲late {span}</translation>
    </message>
    <message>
        <source>应在 {due} 前签到；上次签到 {last}</source>
        <translation>Due by {due}; last check-in {last}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>近{name}</source>
        <translation>near {name}</translation>
    </message>
    <message>
        <source>警区 {beat}</source>
        <translation>beat {beat}</translation>
    </message>
</context>
<context>
    <name>UnitForms</name>
    <message>
        <source>签到时限（分钟，空为不要求）</source>
        <translation>Check-in limits (minutes; empty for none)</translation>
    </message>
    <message>
        <source>停用警力 %1？它将离开警力表，历史保留。</source>
        <translation>Retire the unit %1? It leaves the board; its history stays.</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>警力资料已保存。</source>
        <translation>The unit is saved.</translation>
    </message>
    <message>
        <source>修改警力资料</source>
        <translation>Change unit</translation>
    </message>
    <message>
        <source>新增警力</source>
        <translation>New unit</translation>
    </message>
</context>
<context>
    <name>UnitSieve</name>
    <message>
        <source>全部单位</source>
        <translation>All bodies</translation>
    </message>
    <message>
        <source>全部类型</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>可派</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>在警</source>
        <translation>On a job</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Off duty</translation>
    </message>
    <message>
        <source>按单位筛选</source>
        <translation>Filter by body</translation>
    </message>
    <message>
        <source>按类型筛选</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <source>按状态筛选</source>
        <translation>Filter by state</translation>
    </message>
</context>
<context>
    <name>UnitsPane</name>
    <message>
        <source>呼号、状态、单位、警区、警情，可用拼音首字母</source>
        <translation>Call sign, status, body, beat, incident; pinyin initials</translation>
    </message>
    <message>
        <source>查找警力</source>
        <translation>Search the units</translation>
    </message>
    <message>
        <source>警力</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>选中的警力现在都不能派警。</source>
        <translation>None of the selected units can be sent now.</translation>
    </message>
    <message>
        <source>{unit} 紧急求助！</source>
        <translation>{unit} needs help!</translation>
    </message>
    <message>
        <source>{all} 支</source>
        <translation>All {all}</translation>
    </message>
    <message>
        <source>可派 {free}</source>
        <translation>Free {free}</translation>
    </message>
    <message>
        <source>在警 {busy}</source>
        <translation>Busy {busy}</translation>
    </message>
    <message>
        <source>离线 {offline}</source>
        <translation>Offline {offline}</translation>
    </message>
    <message>
        <source>申请退单 {asked}</source>
        <translation>Asks return {asked}</translation>
    </message>
    <message>
        <source>▲ 紧急求助 {needed}</source>
        <translation>▲ Needs help {needed}</translation>
    </message>
    <message>
        <source>请在警力表选中一支警力。</source>
        <translation>Select one unit on the board.</translation>
    </message>
    <message>
        <source>停用…</source>
        <translation>Retire…</translation>
    </message>
    <message>
        <source>▲ 签到逾期 {late}</source>
        <translation>▲ {late} overdue</translation>
    </message>
    <message>
        <source>▲ 筛选隐藏 {hidden} 支</source>
        <translation>▲ {hidden} hidden</translation>
    </message>
    <message>
        <source>没有符合的警力。按 {clear} 显示全部。</source>
        <translation>No unit fits. {clear} shows all.</translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Not satisfied</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>来电等待</source>
        <translation>Calls waiting</translation>
    </message>
    <message>
        <source>待派警</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>在办警情</source>
        <translation>Open incidents</translation>
    </message>
    <message>
        <source>可派警力</source>
        <translation>Units free</translation>
    </message>
    <message>
        <source>在警警力</source>
        <translation>Units busy</translation>
    </message>
    <message>
        <source>涉密警情</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>没有在办警情</source>
        <translation>No open incidents</translation>
    </message>
    <message>
        <source>另有 {count} 件</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>漳州110 · 态势</source>
        <translation>Zhangzhou 110 · Situation</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>登记预警</source>
        <translation>Write a warning down</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>劝阻情况</source>
        <translation>What was said and done</translation>
    </message>
    <message>
        <source>预警处置结果</source>
        <translation>Result of the warning</translation>
    </message>
    <message>
        <source>撤销预警</source>
        <translation>Call a warning off</translation>
    </message>
    <message>
        <source>导入预警</source>
        <translation>Import warnings</translation>
    </message>
    <message>
        <source>已接收预警 %1 条；%2 条编号已有，没有重复接收。</source>
        <translation>%1 warnings taken; %2 numbers were known and not taken twice.</translation>
    </message>
    <message>
        <source>剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>⚠ 超时 %1</source>
        <translation>⚠ late %1</translation>
    </message>
    <message>
        <source>警单已办结</source>
        <translation>Sheet is over</translation>
    </message>
    <message>
        <source>▲ 警单 %1</source>
        <translation>▲ sheet %1</translation>
    </message>
    <message>
        <source>已等 %1</source>
        <translation>waits %1</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>预警指令</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>没有待办的预警。</source>
        <translation>No warning waits.</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>处置结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>转到警单</source>
        <translation>Go to sheet</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>市局</source>
        <translation>City bureau</translation>
    </message>
    <message>
        <source>分局、县局</source>
        <translation>Sub-bureau or county bureau</translation>
    </message>
    <message>
        <source>派出所、中队</source>
        <translation>Police station or squad</translation>
    </message>
    <message>
        <source>联动单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>接警席</source>
        <translation>Call taker</translation>
    </message>
    <message>
        <source>指挥长席</source>
        <translation>Commander</translation>
    </message>
    <message>
        <source>二级指挥席</source>
        <translation>Second-level command</translation>
    </message>
    <message>
        <source>接处警席（所队）</source>
        <translation>Station duty room</translation>
    </message>
    <message>
        <source>联动单位席</source>
        <translation>Agency desk</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>承办“{name}”</source>
        <translation>Takes “{name}”</translation>
    </message>
    <message>
        <source>承办“{name}”一类</source>
        <translation>Takes the group “{name}”</translation>
    </message>
    <message>
        <source>负责{name}</source>
        <translation>Serves {name}</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>警单未定区划，请核对辖区</source>
        <translation>Sheet without a division: check the area</translation>
    </message>
    <message>
        <source>现在有人值班</source>
        <translation>On duty now</translation>
    </message>
    <message>
        <source>值班时间未登记</source>
        <translation>Duty hours unknown</translation>
    </message>
    <message>
        <source>现在不是值班时间</source>
        <translation>Off duty now</translation>
    </message>
    <message>
        <source>没有登记电话</source>
        <translation>No telephone registered</translation>
    </message>
</context>
<context>
    <name>Workstation</name>
    <message>
        <source>本机管理员设置中有不起作用的项：{keys}</source>
        <translation>Entries in the administrator’s file that do nothing: {keys}</translation>
    </message>
    <message>
        <source>记录中有 %1 行不合格，未回放。</source>
        <translation>%1 lines of the log would not do and are not replayed.</translation>
    </message>
    <message>
        <source>上次异常退出，数据已恢复。</source>
        <translation>The program ended abnormally last time; its data have been restored.</translation>
    </message>
    <message>
        <source>定级规则用本单位的文件：{path}，共 {count} 条。</source>
        <translation>Level rules of this site are used: {path}, {count} rules.</translation>
    </message>
</context>
</TS>
